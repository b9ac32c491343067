import { getTestCluster } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { member, service, system, worker } from '../actors/actors.ts';
import { brand, people } from './people.ts';
import { createTemplate, openWorld, type World } from './world.ts';

const cleanup = new AsyncDisposableStack();
let world: World;
beforeAll(async () => {
  const template = cleanup.use(await createTemplate(await getTestCluster(cleanup)));
  world = cleanup.use(await openWorld(template));
});
afterAll(() => cleanup.disposeAsync());

it('tries things as a weak login that takes on a role, as the REST service does', async () => {
  const sql = 'select session_user as login, current_user as role, auth.uid() as person';
  const { rows } = await world.session.attempt(member, { sql });
  expect(rows).toEqual([{ login: 'act_rest', role: 'authenticated', person: people.member.id }]);
  const asSystem = await world.session.attempt(system, { sql: 'select private.system_brand_id() as id' });
  expect(asSystem.rows).toEqual([{ id: brand }]);
  const asWorker = await world.session.attempt(worker, { sql: 'select session_user as login' });
  expect(asWorker.rows).toEqual([{ login: 'act_worker' }]);
});

it('takes everything back, and says what it would have changed', async () => {
  const sql = `insert into public.brands (id, name) values ('made-here', 'Made here')`;
  const made = await world.session.attempt(service, { sql });
  expect(made).toMatchObject({ code: null, rowCount: 1 });
  expect(made.changes.sort()).toEqual([
    'brands/made-here',
    'private.cleanup_turns/made-here',
    'private.used_brand_ids/',
  ]);
  expect(await world.session.read(`select from public.brands where id = 'made-here'`)).toEqual([]);
});

it('sees what a function changes behind the back of whoever calls it', async () => {
  const before = `create function public.sweep() returns void language sql security definer set search_path = ''
    as 'delete from public.training_metrics'; grant execute on function public.sweep to authenticated`;
  const { code, changes } = await world.session.attempt(member, { before, sql: 'select public.sweep()' });
  expect(code).toBeNull();
  expect(changes).toContain('training_metrics/acme2');
});

it('reports the kind of a refusal', async () => {
  const refused = await world.session.attempt(member, { sql: 'select * from public.deleted_files' });
  expect(refused).toMatchObject({ code: '42501', rowCount: 0, changes: [] });
});

it('puts rows into every table', async () => {
  for (const { name } of world.catalogue.tables) {
    const [first] = await world.session.read(
      `select 1 from ${name.includes('.') ? name : `public.${name}`} limit 1`,
    );
    expect(first, name).toBeDefined();
  }
});
