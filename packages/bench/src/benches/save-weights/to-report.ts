import { availableParallelism } from 'node:os';
import type { BenchReport, Column } from '../../bench.ts';
import { judgeStorage, mebibyte } from './bars.ts';
import type { MeasuredStorage, WayFigures } from './measure-saving.ts';
import type { Scale } from './scale.ts';

const number = (title: string): Column => ({ title, isNumber: true });
const text = (title: string): Column => ({ title, isNumber: false });

const columns = [
  text('storage'),
  text('way'),
  number('s'),
  number('MB/s'),
  number('× plain'),
  number('CPU s'),
  number('extra MiB'),
  number('at worst'),
];

/** The table, and what was missed. */
export function toReport(measured: readonly MeasuredStorage[], scale: Scale): BenchReport {
  const judged = measured.map((one) => ({ measured: one, verdict: judgeStorage(one, scale) }));
  return {
    name: 'save-weights',
    title: 'weights from a provider into storage, against fetching them to a file with their SHA-256',
    facts: {
      MB: scale.megabytes,
      rounds: scale.rounds,
      processors: availableParallelism(),
      Node: process.version,
    },
    columns,
    rows: judged.flatMap(({ measured: one, verdict }) => [
      toRow(one, 'fetch to a file', one.fetch, 1),
      toRow(one, 'save', one.save, verdict.throughputRatio),
    ]),
    misses: judged.flatMap(({ verdict }) => verdict.misses),
    remarks: judged.flatMap(({ verdict }) => verdict.remarks),
    figures: judged.map(({ measured: { storage, ...figures }, verdict }) => ({
      storage: storage.name,
      ...figures,
      throughputRatio: verdict.throughputRatio,
    })),
  };
}

const toRow = (
  { storage, sizeBytes }: MeasuredStorage,
  way: string,
  { seconds, cpuSeconds, extraPeakBytes, highestPeakBytes }: WayFigures,
  ratio: number,
): string[] => [
  storage.name,
  way,
  seconds.toFixed(2),
  String(Math.round(sizeBytes / 1e6 / seconds)),
  ratio.toFixed(2),
  cpuSeconds.toFixed(2),
  String(Math.round(extraPeakBytes / mebibyte)),
  String(Math.round(highestPeakBytes / mebibyte)),
];
