import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startStack } from '../testing/start-stack.ts';
import { connect } from './connection.ts';
import { applyMigrations, type Migration, readMigrations } from './migrations.ts';

const harmless: Migration = {
  version: '20991231000000',
  name: 'harmless',
  sql: 'create table public.harmless ();',
};

it('is recorded as Supabase records it, and changes nothing when run again', async () => {
  await using stack = await startStack();
  const { owner } = stack.database;
  const migrations = await readMigrations();
  expect(await applyMigrations(owner, migrations)).toEqual([]);

  await using client = await connect(owner);
  const { rows } = await client.query(
    'select version, name from supabase_migrations.schema_migrations order by version',
  );
  expect(rows).toEqual(migrations.map(({ version, name }) => ({ version, name })));
});

it('is applied once when two start at the same moment', async () => {
  await using stack = await startStack();
  const { owner } = stack.database;
  const outcomes = await Promise.all([
    applyMigrations(owner, [harmless]),
    applyMigrations(owner, [harmless]),
  ]);
  expect(outcomes.flat()).toEqual([harmless]);
});

it('keeps nothing of a file that fails, and says which line', async () => {
  await using stack = await startStack();
  const { owner } = stack.database;
  const broken = { ...harmless, sql: 'create table public.half ();\nselect 1;\nselect no_such_column;' };
  await expect(applyMigrations(owner, [broken])).rejects.toMatchObject({
    code: 'migration_failed',
    message: /20991231000000_harmless, line 3 failed: column "no_such_column"/,
  });
  await using client = await connect(owner);
  expect((await client.query(`select to_regclass('public.half') as half`)).rows).toEqual([{ half: null }]);
});

it('refuses a file that was changed after it had been applied', async () => {
  await using stack = await startStack();
  const { owner } = stack.database;
  await applyMigrations(owner, [harmless]);
  await expect(
    applyMigrations(owner, [{ ...harmless, sql: `${harmless.sql} -- more` }]),
  ).rejects.toMatchObject({
    code: 'migration_changed',
  });
});

it('runs as a role that may not do what hosted forbids', async () => {
  await using stack = await startStack();
  const { owner } = stack.database;
  await using client = await connect(owner);
  const { rows } = await client.query(`
    select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user and current_user = session_user`);
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true }]);
  await expect(client.query('alter role act_rest superuser')).rejects.toThrow(/permission denied/);
  await expect(client.query(`update auth.users set email = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(client.query('set role supabase_storage_admin')).rejects.toThrow(/permission denied/);
});

it('refuses files that are not named like migrations', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'act-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'add stuff.sql'), '');
  await expect(readMigrations(folder)).rejects.toMatchObject({ message: /add stuff\.sql/ });
});
