import { expect, it } from 'vitest';
import { findMisses, ratioOf } from './bars.ts';

it('compares the middle of both', () => {
  expect(ratioOf({ bare: [1, 2, 90], ours: [80, 4, 3] })).toBe(2);
});

it('lets two and a half times pass, and no more', () => {
  expect(findMisses({ bare: [2], ours: [5] })).toEqual([]);
  expect(findMisses({ bare: [2], ours: [5.1] })).toEqual([
    'Reading a training through the interface takes 2.55 times what supabase-js takes alone; 2.5 is allowed.',
  ]);
});

it('misses where nothing was measured', () => {
  expect(findMisses({ bare: [], ours: [] })).toHaveLength(1);
});
