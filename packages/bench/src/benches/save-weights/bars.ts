import type { MeasuredStorage } from './measure-saving.ts';
import type { Scale } from './scale.ts';

const largestExtraMebibytes = 64;
const leastThroughputRatio = 0.7;
export const mebibyte = 1024 * 1024;

export interface Verdict {
  /** Our throughput against the plain one's. */
  throughputRatio: number;
  misses: string[];
  /** What it only tells. */
  remarks: string[];
}

/** Holds one storage's figures against the bars of the design. */
export function judgeStorage(measured: MeasuredStorage, { judgesTime }: Pick<Scale, 'judgesTime'>): Verdict {
  const { storage, fetch, save, isWhole } = measured;
  const throughputRatio = fetch.seconds / save.seconds;
  const misses: string[] = [];
  const remarks: string[] = [];
  if (!isWhole) misses.push(`${storage.name}: what was saved is not what was sent.`);
  const extra = save.extraPeakBytes / mebibyte;
  if (extra > largestExtraMebibytes) {
    misses.push(
      `${storage.name}: saving took ${Math.round(extra)} MiB of memory, and ${largestExtraMebibytes} are allowed.`,
    );
  }
  if (throughputRatio < leastThroughputRatio) {
    const slow = `${storage.name}: saving is ${throughputRatio.toFixed(2)} times as fast as fetching to a file, and ${leastThroughputRatio} is asked.`;
    (judgesTime && storage.isJudged ? misses : remarks).push(slow);
  }
  return { throughputRatio, misses, remarks };
}
