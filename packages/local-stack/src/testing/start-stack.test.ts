import { expect, it } from 'vitest';
import { demoPeople } from '../database/demo-people.ts';
import { startStack } from './start-stack.ts';

it('gives each test a stack of its own', async () => {
  await using first = await startStack();
  await using second = await startStack();
  const admin = await first.as('ctAdmin');
  const { error } = await admin.from('brand_users').delete().eq('user_id', demoPeople.ctViewer.id);
  expect(error).toBeNull();

  const seen = async (stack: typeof first) =>
    (await (await stack.as('ctAdmin')).from('brand_users').select('user_id')).data?.length;
  expect(await seen(first)).toBe(3);
  expect(await seen(second)).toBe(4);
});
