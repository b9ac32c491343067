import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseError } from 'pg';
import { StackError } from '../errors/stack-error.ts';
import { connect } from './connection.ts';
import type { DatabaseAddress } from './database-address.ts';

export interface Migration {
  version: string;
  name: string;
  sql: string;
}

const migrationsFolder = fileURLToPath(new URL('../../../../supabase/migrations/', import.meta.url));
/** Any number, as long as nobody else locks it. */
const historyLock = 5_246_001;

/** The product's migrations in order, from files named `<version>_<name>.sql` as the Supabase CLI names them. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const migrations: Migration[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    const [, version, name] = file.match(/^(\d{14})_([a-z0-9_]+)\.sql$/) ?? [];
    if (!version || !name) {
      throw new StackError({
        code: 'migration_failed',
        message: `supabase/migrations/${file} is not named like a migration.`,
        remedy: 'Name it <14-digit time>_<what_it_does>.sql, in lower case.',
      });
    }
    migrations.push({ version, name, sql: await readFile(join(folder, file), 'utf8') });
  }
  return migrations;
}

/**
 * Applies what is missing, each file in a transaction of its own, recorded in Supabase's history table. Two that
 * start at once wait for each other; applying again changes nothing.
 * @returns the migrations that were applied now
 */
export async function applyMigrations(owner: DatabaseAddress, migrations: Migration[]): Promise<Migration[]> {
  await using client = await connect(owner);
  await client.query('select pg_advisory_lock($1)', [historyLock]);
  await client.query(`
    create table if not exists supabase_migrations.schema_migrations (
      version text not null primary key,
      statements text[],
      name text
    )`);
  const { rows } = await client.query<{ version: string; statements: string[] | null }>(
    'select version, statements from supabase_migrations.schema_migrations',
  );
  const history = new Map(rows.map((row) => [row.version, row.statements?.join('') ?? null]));

  const missing = migrations.filter(({ version }) => !history.has(version));
  for (const migration of migrations) refuseChanged(migration, history.get(migration.version) ?? null);
  for (const migration of missing) {
    try {
      await client.query('begin');
      await client.query(migration.sql);
      await client.query('insert into supabase_migrations.schema_migrations values ($1, $2, $3)', [
        migration.version,
        [migration.sql],
        migration.name,
      ]);
      await client.query('commit');
    } catch (cause) {
      throw failedMigration(migration, cause);
    }
  }
  return missing;
}

function refuseChanged({ version, name, sql }: Migration, applied: string | null): void {
  if (applied === null || applied === sql) return;
  throw new StackError({
    code: 'migration_changed',
    message: `Migration ${version}_${name} was changed after this database had applied it.`,
    remedy: 'Put the file back and write a new migration, or remove the ACT_HOME folder to begin anew.',
  });
}

function failedMigration({ version, name, sql }: Migration, cause: unknown): StackError {
  const error = cause instanceof DatabaseError ? cause : null;
  const line = error?.position ? `, line ${sql.slice(0, Number(error.position)).split('\n').length}` : '';
  return new StackError({
    code: 'migration_failed',
    message: `Migration ${version}_${name}${line} failed: ${error?.message ?? String(cause)}.`,
    remedy: error?.hint ?? 'Nothing of it was kept; correct the file and start again.',
    cause,
  });
}
