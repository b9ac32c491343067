import { readFile } from 'node:fs/promises';
import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite';
import pg from 'pg';
import { StackError } from '../errors/stack-error.ts';
import { connect } from './connection.ts';
import type { DatabaseAddress } from './database-address.ts';
import { type LoginPasswords, loginTo } from './logins.ts';

const readSql = (name: string) => readFile(new URL(`./sql/${name}`, import.meta.url), 'utf8');

/** Makes the roles, which all databases of the server share, and sets the passwords of its logins. */
export async function bootstrapCluster(superuser: DatabaseAddress, passwords: LoginPasswords): Promise<void> {
  await using client = await connect(superuser);
  await refuseForeignLogins(client, superuser, passwords);
  // All or nothing: logins that were left without their password would look like somebody else's.
  await client.query('begin');
  await client.query(await readSql('roles.sql'));
  for (const [login, password] of Object.entries(passwords)) {
    await client.query(`alter role ${login} password ${pg.escapeLiteral(password)}`);
  }
  await client.query('commit');
}

/** On a server of the person's own, another home may have made the logins: new passwords would lock it out. */
async function refuseForeignLogins(
  client: pg.Client,
  superuser: DatabaseAddress,
  passwords: LoginPasswords,
): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'act_owner'`);
  if (rowCount === 0) return;
  const database = await findOpenDatabase(client);
  try {
    await using _owner = await connect(loginTo({ ...superuser, database }, 'act_owner', passwords));
  } catch (cause) {
    throw new StackError({
      code: 'setting_invalid',
      message: `The server at ${superuser.host}:${superuser.port} serves another ACT_HOME, whose passwords are not these.`,
      remedy:
        'Start that home, or use a server of its own; or drop the roles act_owner, act_rest and act_storage there.',
      cause,
    });
  }
}

async function findOpenDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datallowconn and has_database_privilege('act_owner', oid, 'connect') limit 1`,
  );
  return rows[0]?.name ?? 'postgres';
}

/** Gives one database the schemas that Supabase has before any migration, each owned by its own admin. */
export async function bootstrapDatabase(superuser: DatabaseAddress): Promise<void> {
  await using client = await connect(superuser);
  await client.query('begin');
  await client.query('set local client_min_messages = warning');
  await client.query(await readSql('schemas.sql'));
  await asRole(client, 'supabase_auth_admin', getAuthSchemaSql() + (await readSql('auth-functions.sql')));
  await asRole(client, 'supabase_storage_admin', getStorageSchemaSql());
  await client.query(await readSql('system-grants.sql'));
  await client.query('commit');
}

/** Lets the services assume the roles that migrations have added since. */
export async function grantRequestRoles(superuser: DatabaseAddress): Promise<void> {
  await using client = await connect(superuser);
  await client.query(await readSql('request-roles.sql'));
}

async function asRole(client: pg.Client, role: string, sql: string): Promise<void> {
  await client.query(`set local role ${role}`);
  await client.query(sql);
  await client.query('reset role');
}
