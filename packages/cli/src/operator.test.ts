import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { startWorld } from './testing/start-world.ts';

const parse = ({ stdout }: { stdout: string }) => JSON.parse(stdout);

it('makes a tenant while everything runs, for you or for somebody else', async () => {
  await using world = await startWorld();
  const { act, login } = world.person('operator');
  await login('newcomer');
  const made = await act(['new-brand', 'lakeside', '--name', 'Lakeside Hotels']);
  expect([made.code, made.stdout]).toEqual([0, expect.stringContaining('The brand lakeside is there')]);
  const mine = parse(await act(['whoami', '--json'])).brands;
  expect(mine).toEqual([{ id: 'lakeside', name: 'Lakeside Hotels', role: 'admin' }]);

  const settings = join(world.folder, 'settings.json');
  await writeFile(settings, JSON.stringify({ features: {} }));
  const theirs = await act([
    ...['new-brand', 'hillside', '--admin', 'member@acmecompany.test', '--visibility', 'owner'],
    ...['--settings', settings, '--json'],
  ]);
  expect([theirs.code, parse(theirs)]).toEqual([
    0,
    expect.objectContaining({ id: 'hillside', defaultVisibility: 'owner' }),
  ]);

  const taken = await act(['new-brand', 'lakeside', '--json']);
  expect([taken.code, parse(taken).error.code]).toEqual([6, 'conflict']);
  const wrong = await act(['new-brand', 'No Such Id', '--json']);
  expect([wrong.code, parse(wrong).error.code]).toEqual([2, 'brand_config_invalid']);
  const keyless = await act(['new-brand', 'seaside', '--url', 'http://127.0.0.1:9', '--json'], {
    environment: { SUPABASE_PUBLISHABLE_KEY: 'x' },
  });
  expect([keyless.code, parse(keyless).error.code]).toEqual([4, 'no_operator_key']);
});

it('proves from outside that no brand reaches another, and leaves nothing behind', {
  timeout: 120_000,
}, async () => {
  await using world = await startWorld();
  const { act } = world.person('operator');
  const { code, stdout } = await act(['isolation', '--url', world.stack.url, '--json']);
  const { checks, leaks, denied } = JSON.parse(stdout);
  expect({ leaks, denied, code }).toEqual({ leaks: [], denied: [], code: 0 });
  expect(checks).toBeGreaterThan(500);
  await using database = await connect(world.stack.database.superuser);
  const left = await database.query(`select id from public.brands where id like 'isolation-%'`);
  expect(left.rows).toEqual([]);
});

/** Faults, each of which must be noticed. */
const faults = [
  {
    name: 'a policy that lets everybody read',
    sql: `create policy "Everybody" on public.brand_assets for select to authenticated using (true)`,
    leak: { what: 'brand_assets', how: 'read its rows' },
  },
  {
    name: 'a view without policies',
    sql: `create view public.all_people as select * from public.brand_users; grant select on public.all_people to authenticated`,
    leak: { what: 'all_people', how: 'read everything' },
  },
  {
    name: 'files that everybody signed in may see',
    sql: `create policy "Everybody" on storage.objects for select to authenticated using (true)`,
    leak: { what: 'bucket training-data', how: 'download a file' },
  },
];

it.runIf(isFullRun()).each(faults)('notices $name', { timeout: 120_000 }, async ({ sql, leak }) => {
  await using world = await startWorld();
  {
    await using database = await connect(world.stack.database.superuser);
    await database.query(sql);
  }
  await world.stack.forgetSchema();
  const { user, password, host, port, database } = world.stack.database.superuser;
  const environment = { ACT_DATABASE_URL: `postgres://${user}:${password}@${host}:${port}/${database}` };
  const { code, stdout } = await world
    .person('operator')
    .act(['isolation', '--url', world.stack.url, '--json'], { environment });
  expect(code).toBe(9);
  expect(JSON.parse(stdout).leaks).toContainEqual(expect.objectContaining(leak));
});

it.runIf(isFullRun())(
  'proves the whole on a database from the migrations',
  { timeout: 600_000 },
  async () => {
    await using world = await startWorld();
    const { code, stdout } = await world.person('operator').act(['isolation', '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ leaks: 0, undecided: 0 })]);
  },
);
