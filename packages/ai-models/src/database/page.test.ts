import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrandScope } from '../context.ts';
import { contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { pageOf } from './page.ts';
import { addAssetRows } from './testing/brand-rows.ts';

let stack: TestStack;
let scope: BrandScope;
let ids: string[];
const time = '2026-01-02T03:04:05.678901+00:00';
const id = '3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77';
beforeAll(async () => {
  stack = await startStack({ listen: true });
  scope = await contextFor(stack, 'ctMember');
  ids = await addAssetRows(stack, 5, { createdAt: time });
  await addAssetRows(stack, 3, { brandId: otherBrand, createdAt: time });
});
afterAll(() => stack[Symbol.asyncDispose]());

const read = (cursor?: string, limit = 2) =>
  pageOf(scope.database.from('brand_assets').select('id, created_at').eq('brand_id', scope.brandId), {
    cursor,
    limit,
  });

it('gives each row once, also where all came at the same moment', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map((row) => row.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(ids.toSorted().toReversed());
});

it.each([
  [5, null],
  [4, expect.any(String)],
  [100, null],
])('of five rows, a page of %i goes on at %s', async (limit, nextCursor) => {
  expect((await read(undefined, limit)).nextCursor).toEqual(nextCursor);
});

it('goes on behind a row that is gone, or was never there', async () => {
  const { items } = await read(`${time}~ffffffff-ffff-ffff-ffff-ffffffffffff`, 100);
  expect(items).toHaveLength(5);
  expect((await read(`2020-01-01T00:00:00Z~${id}`)).items).toEqual([]);
});

it.each([
  '',
  '~',
  id,
  time,
  `${id}~${time}`,
  `${time}~${id}~${id}`,
  `${time}~${id},brand_id.eq.${otherBrand}`,
  `${time},id.not.is.null~${id}`,
  `${time}),or(id.not.is.null~${id}`,
  ` ${time}~${id}`,
  `${time}~${id}\n`,
  `2026-01-02~${id}`,
  `now()~${id}`,
  // Has the form of a time, and is none.
  `2026-13-45T99:99:99Z~${id}`,
])('takes no cursor that was not made here: %j', async (cursor) => {
  await expect(read(cursor)).rejects.toMatchObject({ code: 'input_invalid' });
});
