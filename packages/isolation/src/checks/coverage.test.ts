import { getTestCluster } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecorder, type FindingKind } from '../report/recorder.ts';
import { createTemplate, openWorld, type Template } from '../world/world.ts';
import { type CheckName, checks } from './checks.ts';

const cleanup = new AsyncDisposableStack();
let template: Template;
beforeAll(async () => {
  template = cleanup.use(await createTemplate(await getTestCluster(cleanup)));
});
afterAll(() => cleanup.disposeAsync());

/** What somebody may add to the schema without a word to the proof. */
const additions: { what: string; sql: string; check: CheckName; kind: FindingKind; object: string }[] = [
  {
    what: 'a table',
    sql: `create table public.notes (id uuid primary key, brand_id text not null references public.brands (id));
          alter table public.notes enable row level security`,
    check: 'rows',
    kind: 'undecided',
    object: 'notes',
  },
  {
    what: 'a column that may be written',
    sql: `alter table public.brand_documents add column summary text; grant update (summary) on public.brand_documents to authenticated`,
    check: 'columns',
    kind: 'leak',
    object: 'brand_documents',
  },
  {
    what: 'a column that refers to nothing',
    sql: 'alter table public.brand_documents add column asset_id uuid',
    check: 'shape',
    kind: 'leak',
    object: 'brand_documents',
  },
  {
    what: 'a column with a path',
    sql: 'alter table public.brand_documents add column preview_path text',
    check: 'shape',
    kind: 'undecided',
    object: 'brand_documents',
  },
  {
    what: 'a list of ids',
    sql: 'alter table public.brand_documents add column picture_ids uuid[]',
    check: 'shape',
    kind: 'undecided',
    object: 'brand_documents',
  },
  {
    what: 'a function',
    sql: `create function public.helper() returns integer language sql set search_path = '' as 'select 1'`,
    check: 'functions',
    kind: 'undecided',
    object: 'public.helper',
  },
  {
    what: 'a second function of one name',
    sql: `create function private.least_progress() returns integer language sql set search_path = '' as 'select 1'`,
    check: 'shape',
    kind: 'undecided',
    object: 'private.least_progress',
  },
  {
    what: 'a view, even one with the rights of its reader',
    sql: 'create view public.names with (security_invoker = true) as select name from public.brand_assets',
    check: 'shape',
    kind: 'undecided',
    object: 'names',
  },
  {
    what: 'a bucket',
    sql: `insert into storage.buckets (id, name) values ('scratch', 'scratch')`,
    check: 'shape',
    kind: 'undecided',
    object: 'scratch',
  },
  {
    what: 'a schema',
    sql: 'create schema reports',
    check: 'shape',
    kind: 'undecided',
    object: 'reports',
  },
  {
    what: 'a policy for a verb that no rule speaks of',
    sql: `create policy "Members change documents" on public.brand_documents for update to authenticated
          using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()))`,
    check: 'shape',
    kind: 'undecided',
    object: 'brand_documents: "Members change documents"',
  },
  {
    what: 'the end of a table that a rule speaks of',
    sql: 'drop table public.provider_prices cascade',
    check: 'shape',
    kind: 'undecided',
    object: 'provider_prices',
  },
];

describe('what nobody has decided about fails the proof', () => {
  it.each(additions)('$what', async ({ sql, check, kind, object }) => {
    await using world = await openWorld(template, sql);
    const recorder = createRecorder();
    await checks[check](world, recorder, check === 'shape' ? undefined : [object]);
    expect(recorder.findings).toContainEqual(expect.objectContaining({ check, kind, what: object }));
  });
});

it('looks only where it is told to, when it is told', async () => {
  await using world = await openWorld(template);
  const recorder = createRecorder();
  await checks.rows(world, recorder, ['brand_documents']);
  expect(new Set(recorder.abilities.map(({ what }) => what))).toEqual(new Set(['brand_documents']));
  expect(recorder.checks).toBeGreaterThan(50);
});
