import { expect, it } from 'vitest';
import { findMisses } from './bars.ts';
import { requireCases } from './cases.ts';
import { measureRequire } from './measure-require.ts';

it('is required in three quarters of the time of its alternatives, or less', {
  timeout: 120_000,
}, async () => {
  const times = await measureRequire(requireCases, 5);
  for (const figures of times.values()) for (const ms of figures) expect(ms).toBeGreaterThan(0);
  expect(findMisses(times)).toEqual([]);
});
