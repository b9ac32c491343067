import { expect, it } from 'vitest';
import { findMisses } from './bars.ts';
import type { MeasuredRound } from './measure-rounds.ts';

const listed: MeasuredRound = {
  name: 'a round',
  open: 1_000,
  changed: 50,
  pages: 10,
  looks: 50,
  others: 0,
  seconds: 20,
  isComplete: true,
};
const heard: MeasuredRound = { ...listed, changed: 0, pages: 0, looks: 10 };

it('allows a page for each hundred runs or as many looks in their place, and a look for each that has changed', () => {
  expect(findMisses([listed, heard])).toEqual([]);
});

it('allows five where few run', () => {
  expect(findMisses([{ ...heard, open: 60, looks: 5 }])).toEqual([]);
  expect(findMisses([{ ...heard, open: 60, looks: 6 }])).toHaveLength(1);
});

it.each([
  [{ pages: 11, looks: 49 }, /11 pages were listed, and 10 are allowed/],
  [{ looks: 51 }, /61 calls, and 60 are allowed: 50 runs had changed/],
  [{ looks: 49, others: 1 }, /neither a page nor a look/],
  [{ isComplete: false }, /not every training/],
])('misses the bar with %j', (change, miss) => {
  expect(findMisses([{ ...listed, ...change }, heard])).toEqual([expect.stringMatching(miss)]);
});

it('misses the bar where logs stand still', () => {
  expect(findMisses([listed])).toEqual([expect.stringMatching(/logs stand still/)]);
});
