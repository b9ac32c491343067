import { expect, it } from 'vitest';
import { formatReport } from '../../report/format-report.ts';
import { saveWeightsBench } from './save-weights-bench.ts';

// Bytes and memory do not depend on what else the machine does; times do, and are left alone.
it('saves what was sent, in little memory, and says so', async () => {
  const progress: string[] = [];
  const report = await saveWeightsBench.run({ scale: 'quick', onProgress: (what) => progress.push(what) });
  expect(report.misses).toEqual([]);
  expect(report.figures).toMatchObject([
    { storage: 'to a file', isWhole: true },
    { storage: 'local stack', isWhole: true },
  ]);
  expect(formatReport(report)).toMatch(/fetch to a file.*\n.*save/);
  expect(progress).toHaveLength(6);
}, 120_000);

it('ends when it is stopped', async () => {
  const stopping = new AbortController();
  const run = saveWeightsBench.run({
    scale: 'quick',
    signal: stopping.signal,
    onProgress: () => stopping.abort(),
  });
  await expect(run).rejects.toThrow();
}, 60_000);
