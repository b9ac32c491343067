import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import { addGenerationRows } from '../database/testing/brand-rows.ts';
import { asSuperuser, contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { cancelGeneration, getGeneration, listGenerations } from './generations.ts';

let stack: TestStack;
let member: AiModelsContext;
beforeEach(async () => {
  stack = await startStack({ listen: true });
  member = await contextFor(stack, 'ctMember');
});
afterEach(() => stack[Symbol.asyncDispose]());

const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T12:00:00.123456Z`;

/** Everything, page by page; `between` is what happens after each. */
async function readAll(limit: number, between: () => Promise<unknown> = async () => undefined) {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await listGenerations(member, { limit, cursor });
    pages.push(items.map(({ id }) => id));
    cursor = nextCursor ?? undefined;
    await between();
  } while (cursor !== undefined);
  return pages;
}

it('lists newest first, each once, over pages of every size', async () => {
  const oldest = await addGenerationRows(stack, 1, { createdAt: at(1) });
  const same = await addGenerationRows(stack, 4, { createdAt: at(2) });
  const newest = await addGenerationRows(stack, 2, { createdAt: at(3) });
  await addGenerationRows(stack, 3, { brandId: otherBrand, createdAt: at(2) });
  const inOrder = [newest, same, oldest].flatMap((ids) => ids.toSorted().toReversed());
  for (const limit of [1, 2, 3, 4, 7, 50]) expect((await readAll(limit)).flat()).toEqual(inOrder);
  expect(await readAll(7)).toHaveLength(1);
});

it('neither leaves out nor repeats what was there, while others come and go', async () => {
  const first = await addGenerationRows(stack, 6, { createdAt: at(2) });
  const [gone = '', ...stay] = first.toSorted();
  const pages = await readAll(2, async () => {
    await addGenerationRows(stack, 1, { createdAt: at(3) });
    await asSuperuser(stack, 'delete from public.generations where id = $1', [gone]);
  });
  expect(pages.flat()).toEqual(stay.toReversed());
});

it('describes one whose model the caller cannot see, without pictures', async () => {
  const [id = ''] = await addGenerationRows(stack, 1, { createdAt: at(1) });
  expect(await getGeneration(member, id)).toMatchObject({
    id,
    status: 'completed',
    images: [],
    modelId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    createdAt: expect.stringMatching(/^2026-01-01T12:00:00/),
  });
});

it.each(['completed', 'failed', 'cancelled'])('cancels none that is %s', async (status) => {
  const [id = ''] = await addGenerationRows(stack, 1, { status });
  await expect(cancelGeneration(member, id)).rejects.toMatchObject({
    code: 'conflict',
    message: `Generation ${id} is ${status}: it cannot be cancelled any more.`,
  });
});

it('finds no generation of another brand, and none by what is no id', async () => {
  const [theirs = ''] = await addGenerationRows(stack, 1, { brandId: otherBrand });
  for (const id of [theirs, 'abc', '', `${theirs}' or 1=1`]) {
    await expect(getGeneration(member, id)).rejects.toMatchObject({ code: 'generation_not_found' });
    await expect(cancelGeneration(member, id)).rejects.toMatchObject({ code: 'generation_not_found' });
  }
});
