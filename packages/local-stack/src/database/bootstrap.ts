import { readFile } from 'node:fs/promises';
import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite';
import pg from 'pg';
import { connect } from './connection.ts';
import type { DatabaseAddress } from './database-address.ts';

/** The weak logins of the stack and their passwords, made at first start. */
export interface LoginPasswords {
  act_owner: string;
  act_rest: string;
  act_storage: string;
}

const readSql = (name: string) => readFile(new URL(`./sql/${name}`, import.meta.url), 'utf8');

/** Makes the roles, which all databases of the server share, and sets the passwords of its logins. */
export async function bootstrapCluster(superuser: DatabaseAddress, passwords: LoginPasswords): Promise<void> {
  await using client = await connect(superuser);
  await client.query(await readSql('roles.sql'));
  for (const [login, password] of Object.entries(passwords)) {
    await client.query(`alter role ${login} password ${pg.escapeLiteral(password)}`);
  }
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
