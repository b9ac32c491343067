import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { deriveKey } from '../home/derive-key.ts';
import type { StackSecrets } from '../home/secrets.ts';
import { connect } from './connection.ts';
import type { DatabaseAddress } from './database-address.ts';

const passwordOf = (secrets: StackSecrets): string =>
  deriveKey(secrets, 'login of act_worker').toString('base64url');

/** The same database, as the login of `@act/worker`. */
export const workerLogin = (database: DatabaseAddress, secrets: StackSecrets): DatabaseAddress => ({
  ...database,
  user: 'act_worker',
  password: passwordOf(secrets),
});

/** Lets the worker log in, which the migrations have made a role for. */
export async function openWorkerLogin(superuser: DatabaseAddress, secrets: StackSecrets): Promise<void> {
  await using client = await connect(superuser);
  await client.query(await readFile(new URL('./sql/worker-login.sql', import.meta.url), 'utf8'));
  await client.query(`alter role act_worker password ${pg.escapeLiteral(passwordOf(secrets))}`);
}
