import { median } from '../../shared/median.ts';
import { baseline, ours } from './cases.ts';
import type { RequireTimes } from './measure-require.ts';

const largestRatio = 0.75;

/** How long the library takes to be required, as a part of what its alternatives take in the same round. */
export function ratioOf(times: RequireTimes): number {
  const base = times.get(baseline) ?? [];
  return median((times.get(ours) ?? []).map((ms, round) => ms / (base[round] ?? Number.NaN)));
}

/** What is missed, a sentence each. */
export function findMisses(times: RequireTimes): string[] {
  const ratio = ratioOf(times);
  // Figures that are none miss the bar too.
  if (ratio <= largestRatio) return [];
  return [
    `Requiring the library takes ${ratio.toFixed(2)} times what supabase-js, replicate, zod and jszip take together; ${largestRatio} is allowed.`,
  ];
}
