import { expect, it } from 'vitest';
import { judgeStorage, mebibyte } from './bars.ts';
import type { MeasuredStorage } from './measure-saving.ts';

const took = (seconds: number, mebibytes = 20) => ({
  seconds,
  cpuSeconds: 1,
  extraPeakBytes: mebibytes * mebibyte,
  highestPeakBytes: 100 * mebibyte,
});
const sound: MeasuredStorage = {
  storage: { name: 'to a file', isJudged: true },
  sizeBytes: 5e8,
  fetch: took(7),
  save: took(10, 64),
  isWhole: true,
};
const full = { judgesTime: true };

it('lets 0.7 times the throughput and 64 MiB pass', () => {
  expect(judgeStorage(sound, full)).toEqual({ throughputRatio: 0.7, misses: [], remarks: [] });
});

it('misses for memory, and for what is not whole, at every scale', () => {
  expect(judgeStorage({ ...sound, save: took(7, 65), isWhole: false }, { judgesTime: false }).misses).toEqual(
    [
      'to a file: what was saved is not what was sent.',
      'to a file: saving took 65 MiB of memory, and 64 are allowed.',
    ],
  );
});

it('misses for time where it is judged, and tells it elsewhere', () => {
  const slow = { ...sound, save: took(14) };
  const said = 'to a file: saving is 0.50 times as fast as fetching to a file, and 0.7 is asked.';
  expect(judgeStorage(slow, full)).toMatchObject({ misses: [said], remarks: [] });
  expect(judgeStorage(slow, { judgesTime: false })).toMatchObject({ misses: [], remarks: [said] });
  expect(judgeStorage({ ...slow, storage: { name: 'local stack', isJudged: false } }, full).misses).toEqual(
    [],
  );
});
