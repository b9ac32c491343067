import { type JobChanges, type JobRow, noteEvent } from '../../database/training-jobs.ts';
import { AiModelsError } from '../../errors/index.ts';
import type { TrainingProvider, TrainingReport } from '../../providers/training-provider.ts';
import { getObject, putObject, removeObject } from '../../storage/object-files.ts';
import { readWhole } from '../../storage/read-bytes.ts';
import { parseRowPath, sampleKey, toRowPath } from '../../storage/storage-paths.ts';
import { deliveredKey, deliveryBucket, maximumSamples, trainingPlace } from '../runs/delivery.ts';
import { runKeyOf } from '../runs/run-key-of.ts';
import { ownerOf } from './job-facts.ts';
import type { TrainingWork } from './training-work.ts';

const contentType = 'image/png';
const maximumBytes = 20 * 1024 ** 2;

/** Keeps what the trainer has painted so far. Nice to look at, and no reason for a training to fail. */
export async function keepSamples(
  work: TrainingWork,
  provider: TrainingProvider,
  { samples = 0 }: TrainingReport,
): Promise<JobChanges> {
  const { context, job } = work;
  const paths = [...job.sample_images_urls];
  const wanted = provider.delivers === 'to storage' ? Math.min(samples, maximumSamples) : 0;
  try {
    while (paths.length < wanted) paths.push(await keepSample(work, paths.length));
  } catch (error) {
    context.logger.warn('a sample could not be kept', { jobId: job.id, cause: error });
  }
  return paths.length > job.sample_images_urls.length ? { sample_images_urls: paths } : {};
}

/** Removes samples that the row does not know of: whoever kept them was stopped before it was written. */
export async function removeUnknownSamples({ context, job }: TrainingWork): Promise<void> {
  for (let index = job.sample_images_urls.length; index < maximumSamples; index += 1) {
    await removeObject(context, parseRowPath(samplePath(job, index)));
  }
}

async function keepSample({ context, job, signal }: TrainingWork, index: number): Promise<string> {
  const place = trainingPlace(job.brand_id, await runKeyOf(context, job));
  const delivered = { bucket: deliveryBucket, key: deliveredKey(place, index + 1) } as const;
  const { body } = await getObject(context.files, delivered, { signal });
  const bytes = await readWhole(body, { maximumBytes, tooLong: noPicture, signal });
  const tools = await context.pictureTools();
  if ((await tools.describe(bytes)).contentType !== contentType) throw noPicture();
  const path = samplePath(job, index);
  await putObject(context.files, {
    ...parseRowPath(path),
    contentType,
    body: new Blob([bytes], { type: contentType }),
    signal,
  }).catch(acceptIfThere);
  await noteEvent(context, job.id, { kind: 'sample', path });
  return path;
}

const samplePath = (job: JobRow, index: number): string =>
  toRowPath(
    'generated-content',
    sampleKey({ ...ownerOf(job), jobId: job.id, step: 0, index, extension: 'png' }),
  );

/** Its name says what it is: whoever put it there was stopped before the row was written. */
function acceptIfThere(error: unknown): void {
  if (!AiModelsError.isInstance(error, 'conflict')) throw error;
}

const noPicture = () =>
  new AiModelsError({ code: 'picture_rejected', message: 'A sample that was delivered is no picture.' });
