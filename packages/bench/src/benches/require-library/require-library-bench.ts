import type { Bench, BenchReport } from '../../bench.ts';
import { formatMs } from '../../report/format-figure.ts';
import type { ScaleName } from '../../scale.ts';
import { median } from '../../shared/median.ts';
import { findMisses, ratioOf } from './bars.ts';
import { baseline, requireCases } from './cases.ts';
import { measureRequire, type RequireTimes } from './measure-require.ts';

const rounds: Readonly<Record<ScaleName, number>> = { quick: 9, full: 31 };

/** How long `require('@act/ai-models')` takes, against the packages that somebody would load without it. */
export const requireLibraryBench: Bench = {
  name: 'require-library',
  async run({ scale, onProgress, signal }): Promise<BenchReport> {
    onProgress?.(`${rounds[scale]} rounds`);
    return toReport(await measureRequire(requireCases, rounds[scale], signal));
  },
};

function toReport(times: RequireTimes): BenchReport {
  const base = median(times.get(baseline) ?? []);
  const figures = [...times].map(([{ name }, ms]) => ({
    name,
    ms: median(ms),
    fastestMs: Math.min(...ms),
    ratio: median(ms) / base,
  }));
  return {
    name: 'require-library',
    title: 'milliseconds in a new process until packages are loaded (CommonJS)',
    facts: { 'Node.js': process.version, rounds: times.get(baseline)?.length ?? 0 },
    columns: [
      { title: 'required', isNumber: false },
      { title: 'median ms', isNumber: true },
      { title: 'fastest ms', isNumber: true },
      { title: '× all four', isNumber: true },
    ],
    rows: figures.map(({ name, ms, fastestMs, ratio }) => [
      name,
      formatMs(ms),
      formatMs(fastestMs),
      ratio.toFixed(2),
    ]),
    misses: findMisses(times),
    remarks: [`The library takes ${ratioOf(times).toFixed(2)} of the time of all four in the same round.`],
    figures,
  };
}
