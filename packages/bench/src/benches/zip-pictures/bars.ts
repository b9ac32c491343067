import { median } from '../../shared/median.ts';
import type { MethodName, ZipFigures } from './zip-task.ts';

/** What several runs of one way of zipping took. */
export interface MeasuredMethod {
  method: MethodName;
  runs: readonly ZipFigures[];
}

/** The same in one line. */
export interface MethodSummary {
  method: MethodName;
  seconds: number;
  megabytesPerSecond: number;
  /** Of the whole process, in the worst run. */
  peakMegabytes: number;
  /** What zipping added to it, in the worst run. */
  addedMegabytes: number;
  /** Against JSZip in memory; null for what does more than zipping. */
  throughputRatio: number | null;
  secondReads: number | null;
}

const largestPeakMegabytes = 150;
const smallestThroughputRatio = 0.9;
const baseline: MethodName = 'jszip in memory';

export function summarize(measured: readonly MeasuredMethod[], pictureBytes: number): MethodSummary[] {
  const secondsOf = ({ runs }: MeasuredMethod) => median(runs.map(({ seconds }) => seconds));
  const base = measured.find(({ method }) => method === baseline);
  return measured.map((one) => {
    const seconds = secondsOf(one);
    const isSameWork = one.runs.every(({ secondReads }) => secondReads === null);
    return {
      method: one.method,
      seconds,
      megabytesPerSecond: pictureBytes / 1e6 / seconds,
      peakMegabytes: most(one.runs.map(({ peakBytes }) => peakBytes)),
      addedMegabytes: most(one.runs.map(({ peakBytes, startBytes }) => peakBytes - startBytes)),
      throughputRatio: base && isSameWork ? secondsOf(base) / seconds : null,
      secondReads: isSameWork ? null : Math.max(...one.runs.map(({ secondReads }) => secondReads ?? 0)),
    };
  });
}

const most = (bytes: readonly number[]): number => Math.max(...bytes) / 1e6;

/** Which bars of the design were missed, a sentence each. */
export function findMisses(summaries: readonly MethodSummary[]): string[] {
  return summaries
    .filter(({ method }) => method.startsWith('ours'))
    .flatMap(({ method, addedMegabytes, throughputRatio, secondReads }) => [
      ...(addedMegabytes > largestPeakMegabytes
        ? [
            `${method}: ${Math.round(addedMegabytes)} MB of memory, where ${largestPeakMegabytes} are allowed.`,
          ]
        : []),
      ...(throughputRatio !== null && throughputRatio < smallestThroughputRatio
        ? [
            `${method}: ${throughputRatio.toFixed(2)} times as fast as JSZip in memory, where ${smallestThroughputRatio} are asked.`,
          ]
        : []),
      ...(secondReads ? [`${method}: ${secondReads} pictures were read again for the same snapshot.`] : []),
    ]);
}
