import { expect, it } from 'vitest';
import { startStack } from '../testing/start-stack.ts';
import { connect } from './connection.ts';
import { demoPeople } from './demo-people.ts';
import { findRemaining } from './find-remaining.ts';

const { ctMember, ctViewer, newcomer } = demoPeople;
const people = [ctMember, ctViewer, newcomer];

it('leaves out whoever has no account any more', async () => {
  await using stack = await startStack();
  const { superuser } = stack.database;
  expect(await findRemaining(superuser, people)).toEqual(people);
  await using client = await connect(superuser);
  await client.query('delete from auth.users where id = $1', [ctViewer.id]);
  expect(await findRemaining(superuser, people)).toEqual([ctMember, newcomer]);
});

it('names everybody while the database is away', async () => {
  const nowhere = { host: '127.0.0.1', port: 9, user: 'nobody', password: '', database: 'none' };
  expect(await findRemaining(nowhere, people)).toEqual(people);
});
