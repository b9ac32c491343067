import { expect, it } from 'vitest';
import { lookAhead } from './look-ahead.ts';

/** Things of so many bytes, and which of them were opened so far. */
function shelf(sizes: readonly number[], fails: readonly number[] = []) {
  const opened: number[] = [];
  const items = sizes.map((sizeBytes, index) => ({
    sizeBytes,
    open: async () => {
      opened.push(index);
      if (fails.includes(index)) throw new Error(`${index} cannot be opened`);
      return index;
    },
  }));
  return { items, opened };
}

it('opens what is behind as far as it fits beside the one that was taken', async () => {
  const { items, opened } = shelf([4, 3, 3, 3, 3]);
  const [first, second] = lookAhead(items, { maximumBytes: 10 });
  expect(opened).toEqual([]);
  expect(await first?.open()).toBe(0);
  expect(opened).toEqual([0, 1, 2]);
  expect(await second?.open()).toBe(1);
  expect(opened).toEqual([0, 1, 2, 3]);
});

it('opens each once, taken in order', async () => {
  const { items, opened } = shelf([1, 1, 1, 1]);
  const taken: number[] = [];
  for (const item of lookAhead(items, { maximumBytes: 2 })) taken.push(await item.open());
  expect(taken).toEqual([0, 1, 2, 3]);
  expect(opened).toEqual([0, 1, 2, 3]);
});

it('lets go of what was taken', async () => {
  const { items, opened } = shelf([1, 1]);
  const [first, second] = lookAhead(items, { maximumBytes: 10 });
  await first?.open();
  await second?.open();
  await second?.open();
  expect(opened).toEqual([0, 1, 1]);
});

it('waits with what is larger than there is room for', async () => {
  const { items, opened } = shelf([1, 50, 1]);
  const [first, large] = lookAhead(items, { maximumBytes: 10 });
  await first?.open();
  expect(opened).toEqual([0]);
  expect(await large?.open()).toBe(1);
  expect(opened).toEqual([0, 1]);
});

it('tells of a failure whoever takes that one, and nobody else', async () => {
  const { items } = shelf([1, 1, 1], [1]);
  const [first, broken, last] = lookAhead(items, { maximumBytes: 10 });
  expect(await first?.open()).toBe(0);
  await expect(broken?.open()).rejects.toThrow('1 cannot be opened');
  expect(await last?.open()).toBe(2);
});
