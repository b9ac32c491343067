import { expect, it } from 'vitest';
import type { Generation } from '../../api/answers.ts';
import { sampleGeneration, sampleImage } from '../../testing/samples.ts';
import {
  type GenerationPages,
  mergeNewest,
  withImage,
  withoutAll,
  withoutDeleted,
} from './generation-pages.ts';

const generation = (id: string, minute: number, changes: Partial<Generation> = {}) =>
  sampleGeneration(id, {
    images: [sampleImage(`${id}-image`)],
    createdAt: `2026-11-20T12:0${minute}:00Z`,
    ...changes,
  });

const pages: GenerationPages = {
  pages: [
    { items: [generation('d', 4), generation('c', 3)], nextCursor: 'x' },
    { items: [generation('b', 2)], nextCursor: null },
  ],
  pageParams: [null, 'x'],
};
const ids = (data: GenerationPages) => data.pages.map(({ items }) => items.map(({ id }) => id));

it('renews what was read again in its place, and puts what is new to the front', () => {
  const merged = mergeNewest(pages, [generation('e', 5), generation('b', 2, { prompt: 'renewed' })]);
  expect(ids(merged)).toEqual([['e', 'd', 'c'], ['b']]);
  expect(merged.pages[1]?.items[0]?.prompt).toBe('renewed');
});

it('leaves what is older than all of it to its own page', () => {
  expect(ids(mergeNewest(pages, [generation('a', 1)]))).toEqual(ids(pages));
});

it('marks one picture, and takes requests out', () => {
  const marked = withImage(pages, 'c-image', { isStarred: true });
  expect(marked.pages[0]?.items.map(({ images }) => images[0]?.isStarred)).toEqual([false, true]);
  expect(ids(withoutAll(pages, new Set(['c', 'b'])))).toEqual([['d'], []]);
});

it('takes single pictures out, and with the last one its request, but for one that failed', () => {
  const two = generation('two', 1, { images: [sampleImage('first'), sampleImage('second')] });
  const some = [two, generation('one', 2), generation('failed', 3, { status: 'failed', images: [] })];
  const left = withoutDeleted(some, new Set(['first', 'one-image']));
  expect(left.map(({ id, images }) => [id, images.map((image) => image.id)])).toEqual([
    ['two', ['second']],
    ['failed', []],
  ]);
  expect(withoutDeleted([two], new Set())[0]).toBe(two);
});
