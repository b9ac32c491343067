import { expect, it } from 'vitest';
import { findMisses } from './bars.ts';
import type { MeasuredRound } from './measure-rounds.ts';

const good: MeasuredRound = {
  name: 'a round',
  open: 1_000,
  changed: 50,
  pages: 10,
  looks: 55,
  others: 0,
  seconds: 20,
  isComplete: true,
};

it('allows a page for each hundred runs, and a look for each that has changed', () => {
  expect(findMisses([good])).toEqual([]);
});

it.each([
  [{ pages: 11 }, /11 pages were listed, and 10 are allowed/],
  [{ looks: 56 }, /56 runs were asked after one by one/],
  [{ others: 1 }, /neither a page nor a look/],
  [{ isComplete: false }, /not every training/],
])('misses the bar with %j', (change, miss) => {
  expect(findMisses([{ ...good, ...change }])).toEqual([expect.stringMatching(miss)]);
});
