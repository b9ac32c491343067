import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JudgedCase } from './bars.ts';
import { measureAll } from './brand-queries-bench.ts';
import { sortMisses } from './explained-misses.ts';
import { type FilledDatabase, openFilledDatabase } from './fill/open-filled-database.ts';
import { become, rollingBack } from './measure/acting.ts';
import { plantNaivePolicies } from './naive/plant-naive-policies.ts';
import { brandQueries } from './queries/queries.ts';
import { scales } from './scale.ts';

// Plans, pages and answers depend on nothing but the rows; times depend on the machine and are left alone.
let database: FilledDatabase;
let cases: JudgedCase[];

beforeAll(async () => {
  database = await openFilledDatabase({ scale: scales.quick });
  cases = await measureAll(database);
}, 120_000);
afterAll(() => database?.[Symbol.asyncDispose]());

const casesOf = (question: string) => cases.filter(({ measured }) => measured.question.startsWith(question));

const failing = (found: JudgedCase[]) =>
  found.flatMap((entry) =>
    sortMisses(entry).failing.map(
      (miss) => `${entry.measured.asker}, brand ${entry.measured.clientFilter}: ${miss}`,
    ),
  );

describe('under our policies', () => {
  it.each(brandQueries.map(({ name, clientFilters }) => ({ name, people: 4 * clientFilters.length })))(
    'answers "$name" by an index, near the floor and with its rows',
    ({ name, people }) => {
      expect(casesOf(name)).toHaveLength(people);
      expect(failing(casesOf(name))).toEqual([]);
    },
  );

  it('claims work by an index and near the floor', () => {
    expect(casesOf('claim of work')).toHaveLength(2);
    expect(failing(casesOf('claim of work'))).toEqual([]);
  });
});

it('is filled so that plans matter: big brands, private rows, a gallery, people of 0, 1, 3 and 200 brands', async () => {
  const read = async (sql: string) => (await database.superuser.query({ text: sql, rowMode: 'array' })).rows;
  for (const table of new Set(brandQueries.map(({ table }) => table.replace(/^\w+\./, '')))) {
    expect(database.rowCounts.get(table), table).toBeGreaterThan(10_000);
  }
  expect(
    await read(`select count(*)::int > 9000 from public.generation_images where brand_id = 'brand-1'`),
  ).toEqual([[true]]);
  const [share] = await read(`select avg((visibility = 'owner')::int)::float8 from public.brand_assets`);
  expect(share?.[0]).toBeCloseTo(0.05, 2);
  for (const { id, brandIds } of database.people) {
    expect(await read(`select count(*)::int from public.brand_users where user_id = '${id}'`)).toEqual([
      [brandIds.length],
    ]);
  }
  expect(database.people.map(({ brandIds }) => brandIds.length)).toEqual([0, 1, 3, 200]);
});

it('shows what it is there to catch: the founding document has plans without an index condition', () => {
  const naive = casesOf('newest generations').filter(({ measured }) => measured.clientFilter === 'none');
  for (const { measured } of naive) expect(measured.naivePlanProblems).not.toEqual([]);
});

it('takes the naive policies back', async () => {
  const policies = () =>
    database.superuser.query('select * from pg_policies order by schemaname, tablename, policyname');
  const before = (await policies()).rows;
  const [, someone] = database.people;
  await rollingBack(database.superuser, async () => {
    await plantNaivePolicies(database.superuser);
    if (someone) await become(database.superuser, someone);
  });
  expect((await policies()).rows).toEqual(before);
});
