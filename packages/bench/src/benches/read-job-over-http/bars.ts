import { median } from '../../shared/median.ts';
import type { ReadingTimes } from './measure-reading.ts';

const largestRatio = 2.5;

/** How many times as long it takes through the interface; the middle of all rounds on either side. */
export const ratioOf = ({ bare, ours }: ReadingTimes): number => median(ours) / median(bare);

/** What is missed, a sentence each. */
export function findMisses(times: ReadingTimes): string[] {
  const ratio = ratioOf(times);
  // Figures that are none miss the bar too.
  if (ratio <= largestRatio) return [];
  return [
    `Reading a training through the interface takes ${ratio.toFixed(2)} times what supabase-js takes alone; ${largestRatio} is allowed.`,
  ];
}
