import { expect, it } from 'vitest';
import { findMisses, summarize } from './bars.ts';
import type { MethodName, ZipFigures } from './zip-task.ts';

const run = (changes: Partial<ZipFigures> = {}): ZipFigures => ({
  seconds: 2,
  zipBytes: 100e6,
  startBytes: 80e6,
  peakBytes: 180e6,
  reads: 20,
  secondReads: null,
  ...changes,
});
const measured = (method: MethodName, ...runs: Partial<ZipFigures>[]) => ({ method, runs: runs.map(run) });

it('takes the median of the times and the worst of the memory', () => {
  const base = measured('jszip in memory', { seconds: 1 }, { seconds: 4 }, { seconds: 2 });
  const ours = measured('ours', { seconds: 9 }, { seconds: 1 }, { seconds: 2, peakBytes: 200e6 });
  expect(summarize([base, ours], 100e6)).toMatchObject([
    { method: 'jszip in memory', seconds: 2, throughputRatio: 1 },
    {
      method: 'ours',
      seconds: 2,
      megabytesPerSecond: 50,
      addedMegabytes: 120,
      peakMegabytes: 200,
      throughputRatio: 1,
    },
  ]);
});

it.each<[string, Partial<ZipFigures>, string[]]>([
  ['nothing', {}, []],
  ['memory', { peakBytes: 231e6 }, ['ours: 151 MB of memory, where 150 are allowed.']],
  ['time', { seconds: 2.3 }, ['ours: 0.87 times as fast as JSZip in memory, where 0.9 are asked.']],
])('misses %s', (_, changes, misses) => {
  const all = [
    measured('jszip in memory', { peakBytes: 2e9 }),
    measured('ours', changes),
    measured('archiver', { seconds: 9 }),
  ];
  expect(findMisses(summarize(all, 100e6))).toEqual(misses);
});

it('compares a whole training with nothing, and wants nothing to be read again', () => {
  const training = (secondReads: number) => measured('ours, to storage', { seconds: 20, secondReads });
  const base = measured('jszip in memory', {});
  expect(findMisses(summarize([base, training(0)], 100e6))).toEqual([]);
  expect(findMisses(summarize([base, training(3)], 100e6))).toEqual([
    'ours, to storage: 3 pictures were read again for the same snapshot.',
  ]);
});
