import type { Bench, BenchReport } from '../../bench.ts';
import { formatMs } from '../../report/format-figure.ts';
import type { ScaleName } from '../../scale.ts';
import { median } from '../../shared/median.ts';
import { findMisses, ratioOf } from './bars.ts';
import { measureReading, type ReadingTimes } from './measure-reading.ts';

const rounds: Readonly<Record<ScaleName, number>> = { quick: 200, full: 1_000 };

/** How long one training takes to be read through the HTTP interface, against the same row by supabase-js alone. */
export const readJobOverHttpBench: Bench = {
  name: 'read-job-over-http',
  async run({ scale, onProgress, signal }): Promise<BenchReport> {
    onProgress?.(`${rounds[scale]} rounds`);
    return toReport(await measureReading(rounds[scale], signal));
  },
};

function toReport(times: ReadingTimes): BenchReport {
  const figures = [
    { name: 'supabase-js', ms: median(times.bare), fastestMs: Math.min(...times.bare), ratio: 1 },
    {
      name: 'GET /training/jobs/:id',
      ms: median(times.ours),
      fastestMs: Math.min(...times.ours),
      ratio: ratioOf(times),
    },
  ];
  return {
    name: 'read-job-over-http',
    title: 'milliseconds until one training is read, one request after the other',
    facts: { 'Node.js': process.version, rounds: times.bare.length },
    columns: [
      { title: 'way', isNumber: false },
      { title: 'median ms', isNumber: true },
      { title: 'fastest ms', isNumber: true },
      { title: '× supabase-js', isNumber: true },
    ],
    rows: figures.map(({ name, ms, fastestMs, ratio }) => [
      name,
      formatMs(ms),
      formatMs(fastestMs),
      ratio.toFixed(2),
    ]),
    misses: findMisses(times),
    remarks: ['Ours asks twice: in which brands the caller is, and for the training.'],
    figures,
  };
}
