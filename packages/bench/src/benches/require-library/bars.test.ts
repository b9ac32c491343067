import { expect, it } from 'vitest';
import { findMisses, ratioOf } from './bars.ts';
import { baseline, ours } from './cases.ts';

const times = (library: number[], four: number[]) =>
  new Map([
    [ours, library],
    [baseline, four],
  ]);

it('compares within each round, and takes the middle one', () => {
  expect(ratioOf(times([10, 60, 30], [100, 100, 50]))).toBe(0.6);
});

it('lets three quarters pass, and no more', () => {
  expect(findMisses(times([75], [100]))).toEqual([]);
  expect(findMisses(times([76], [100]))).toEqual([
    'Requiring the library takes 0.76 times what supabase-js, replicate, zod and jszip take together; 0.75 is allowed.',
  ]);
});

it('misses where nothing was measured', () => {
  expect(findMisses(times([], []))).toHaveLength(1);
});
