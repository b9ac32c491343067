import { startStack, type TestStack } from '@act/local-stack/testing';
import type { Bench, BenchReport } from '../../bench.ts';
import { brandId, fillPictures, forgetTrainings } from './fill/fill-pictures.ts';
import { runZip } from './run/run-zip.ts';
import { scales } from './scale.ts';
import { toReport } from './to-report.ts';
import { type MethodName, methodNames, type StoredPicture, type ZipFigures } from './zip-task.ts';

/** From a brand's pictures in storage to one zip: ours, and what somebody might take instead. */
export const zipPicturesBench: Bench = {
  name: 'zip-pictures',
  async run({ scale: name, onProgress, signal }): Promise<BenchReport> {
    const scale = scales[name];
    await using stack = await startStack({ listen: true });
    const pictures = await fillPictures(stack, { scale, onProgress, signal });
    const measured = methodNames.map((method) => ({ method, runs: [] as ZipFigures[] }));
    for (let run = 1; run <= scale.runs; run += 1) {
      onProgress?.(`run ${run} of ${scale.runs}`);
      // One after the other, run by run: what else the machine does meets them all.
      for (const { method, runs } of measured)
        runs.push(await measureOnce(stack, { method, pictures, signal }));
    }
    return toReport(measured, pictures);
  },
};

interface MeasureOptions {
  method: MethodName;
  pictures: readonly StoredPicture[];
  signal: AbortSignal | undefined;
}

async function measureOnce(
  stack: TestStack,
  { method, pictures, signal }: MeasureOptions,
): Promise<ZipFigures> {
  // A second archive of the same pictures would not be made.
  await forgetTrainings(stack);
  const { url, secrets } = stack;
  const token = (await stack.tokenFor({ system: brandId })) ?? '';
  return runZip({ method, brandId, url, publishableKey: secrets.publishableKey, token, pictures }, signal);
}
