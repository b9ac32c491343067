import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import { addGenerationRows, addImageRow, addModelRows } from '../database/testing/brand-rows.ts';
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

const change = (id: string, columns: string, values: unknown[] = []) =>
  asSuperuser(stack, `update public.generations set ${columns} where id = $1`, [id, ...values]);

describe('looks for', () => {
  const find = async (filter: Parameters<typeof listGenerations>[1]) =>
    (await listGenerations(member, filter)).items.map(({ id }) => id);

  it.each([
    ['КРАСНОЙ', true],
    ['bottle', true],
    ['"100%" b\\c', true],
    ['_', false],
    ['%', true],
    ['bottle glass', false],
    ["') or true --", false],
    ['4242', true],
    ['424', false],
  ])('%s in a prompt or a seed: %s', async (search, isFound) => {
    const [id = '', other = ''] = await addGenerationRows(stack, 2);
    await change(id, `prompt = $2, settings = '{"seed": 4242}'`, ['A Bottle, на красной "100%" b\\c']);
    await change(other, `prompt = 'nothing like it'`);
    await addGenerationRows(stack, 1, { brandId: otherBrand });
    expect(await find({ search })).toEqual(isFound ? [id] : []);
  });

  it('the names of both models, and says which they were', async () => {
    const [id = ''] = await addGenerationRows(stack, 2);
    const [main, second] = await addModelRows(stack, ['signs', 'faces']);
    await change(id, 'model_id = $2, second_model_id = $3', [main, second]);
    for (const search of ['SIGNS-v1', 'faces', 'a cup signs faces'])
      expect(await find({ search })).toEqual([id]);
    expect(await find({ search: 'others' })).toEqual([]);
    expect(await getGeneration(member, id)).toMatchObject({ modelId: 'signs-v1', secondModelId: 'faces-v1' });
  });

  it('a star, and the seed of a single picture', async () => {
    const [starred = '', plain = ''] = (await addGenerationRows(stack, 2)).toSorted();
    await addImageRow(stack, starred, { seed: 5_001, isStarred: true });
    await addImageRow(stack, plain, { seed: 5_002 });
    expect(await find({ isStarred: true })).toEqual([starred]);
    expect(await find({ isStarred: false })).toEqual([plain, starred]);
    expect(await find({ search: '5002' })).toEqual([plain]);
    expect(await find({ search: '5002', isStarred: true })).toEqual([]);
  });

  it('days, page by page, whether there are words or not', async () => {
    const days: string[] = [];
    for (const day of [1, 2, 3, 4]) days.push(...(await addGenerationRows(stack, 2, { createdAt: at(day) })));
    const between = {
      createdFrom: '2026-01-02T12:00:00.123456Z',
      createdBefore: '2026-01-04T13:00:00.123456+01:00',
    };
    const wanted = [days.slice(4, 6), days.slice(2, 4)].flatMap((ids) => ids.toSorted().toReversed());
    for (const search of [undefined, ' ', 'CUP']) {
      const first = await listGenerations(member, { ...between, search, limit: 3 });
      const rest = await listGenerations(member, {
        ...between,
        search,
        limit: 3,
        cursor: first.nextCursor ?? '',
      });
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(wanted);
      expect(rest.nextCursor).toBeNull();
    }
  });

  it('nothing that the caller may not see', async () => {
    const [mine = '', theirs = ''] = await addGenerationRows(stack, 2);
    await change(mine, `visibility = 'owner'`);
    await change(theirs, `visibility = 'owner', user_id = $2`, [demoPeople.ctAdmin.id]);
    expect(await find({ search: 'cup' })).toEqual([mine]);
  });
});
