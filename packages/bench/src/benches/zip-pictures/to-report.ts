import type { BenchReport, Column } from '../../bench.ts';
import { findMisses, type MeasuredMethod, type MethodSummary, summarize } from './bars.ts';
import type { StoredPicture } from './zip-task.ts';

const number = (title: string): Column => ({ title, isNumber: true });

const columns: readonly Column[] = [
  { title: 'way', isNumber: false },
  number('seconds'),
  number('MB/s'),
  number('× JSZip'),
  number('added MB'),
  number('peak MB'),
  number('read again'),
];

/** The table, and what was missed. */
export function toReport(
  measured: readonly MeasuredMethod[],
  pictures: readonly StoredPicture[],
): BenchReport {
  const bytes = pictures.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const summaries = summarize(measured, bytes);
  return {
    name: 'zip-pictures',
    title: "a brand's pictures from storage into one zip: time, memory, and what a second time reads",
    facts: { pictures: pictures.length, MB: Math.round(bytes / 1e6), Node: process.versions.node },
    columns,
    rows: summaries.map(toRow),
    misses: findMisses(summaries),
    remarks: [
      '"to storage" is a whole training up to its provider: database, upload and all; it is compared with nothing.',
      'Memory is that of the whole process, in the worst run; "added" leaves out what it held before it began.',
    ],
    figures: summaries,
  };
}

const toRow = (summary: MethodSummary): string[] => [
  summary.method,
  summary.seconds.toFixed(2),
  String(Math.round(summary.megabytesPerSecond)),
  summary.throughputRatio === null ? '–' : `${summary.throughputRatio.toFixed(2)}×`,
  String(Math.round(summary.addedMegabytes)),
  String(Math.round(summary.peakMegabytes)),
  summary.secondReads === null ? '–' : String(summary.secondReads),
];
