import type { AiModelsContext } from '../../context.ts';
import { dropArchive } from '../../database/datasets.ts';
import { extendLease } from '../../database/leases.ts';
import { findModelOfJob } from '../../database/models.ts';
import { type JobChanges, type JobRow, leaseLost, moveJob } from '../../database/training-jobs.ts';
import { withdrawDoorbells } from '../../database/webhook-capabilities.ts';
import { type AiModelsError, ProviderError } from '../../errors/index.ts';
import { removeObject } from '../../storage/object-files.ts';
import { parseRowPath } from '../../storage/storage-paths.ts';
import { closeDelivery, trainingPlace } from '../runs/delivery.ts';
import { runKeyOf } from '../runs/run-key-of.ts';
import { type Step, whenItRings } from '../step.ts';
import { removeDeletedFiles } from '../tidying/remove-deleted-files.ts';
import { removeUnknownSamples } from './keep-samples.ts';
import type { TrainingWork } from './training-work.ts';

/** As rows keep it: what apps switch on, and what people read. Nothing of a vendor's own words. */
export const toErrorColumns = (error: AiModelsError): { error_code: string; error_message: string } => ({
  error_code: ProviderError.isInstance(error) ? error.failure : error.code,
  // Where the hint is a part of the message it need not be said twice.
  error_message: error.message.includes(error.hint) ? error.message : `${error.message} ${error.hint}`,
});

export async function failJob(
  work: TrainingWork,
  error: AiModelsError,
  changes: JobChanges = {},
): Promise<Step> {
  const { context, lease, job } = work;
  const columns = toErrorColumns(error);
  await removeLeftovers(work);
  await moveJob(context, lease, [job.status, 'failed'], { ...changes, ...columns });
  context.logger.warn('training failed', { jobId: job.id, ...columns, cause: error });
  const { brandId, now } = context;
  const { retryable } = error;
  context.emit({
    type: 'training.failed',
    brandId,
    jobId: job.id,
    at: now(),
    code: columns.error_code,
    retryable,
  });
  // Weights that could not be saved are left for a second try, until they are old.
  await clearUp(context, job, { keepsDelivery: job.status === 'saving' });
  return whenItRings;
}

export async function endCancelled(work: TrainingWork, changes: JobChanges): Promise<Step> {
  const { context, lease, job } = work;
  await removeLeftovers(work);
  await withdrawDoorbells(context, { job_id: job.id });
  await moveJob(context, lease, [job.status, 'cancelled'], {
    ...changes,
    error_message: 'It was cancelled.',
  });
  context.emit({ type: 'training.cancelled', brandId: context.brandId, jobId: job.id, at: context.now() });
  await clearUp(context, job);
  return whenItRings;
}

export async function completeJob(work: TrainingWork, modelId: string): Promise<Step> {
  const { context, lease, job } = work;
  await withdrawDoorbells(context, { job_id: job.id });
  await moveJob(context, lease, ['saving', 'completed'], { stage: 'done' });
  const { brandId, now } = context;
  context.emit({ type: 'training.completed', brandId, jobId: job.id, at: now(), modelId });
  await clearUp(context, job);
  return whenItRings;
}

const clearingSeconds = 60;

/** Files whose row will not be written now: removed while the job is still open, so that whoever goes on does it again. */
async function removeLeftovers(work: TrainingWork): Promise<void> {
  const { context, lease, job } = work;
  // Whoever has taken over may be about to enter the same file.
  if (!(await extendLease(context, lease, clearingSeconds))) throw leaseLost(lease);
  await removeUnknownSamples(work);
  if (job.model_url === null || (await findModelOfJob(context, job.id))) return;
  await removeObject(context, parseRowPath(job.model_url));
}

/** What nobody needs once a job has ended. Whoever is stopped here leaves it to `tidyUp`. */
async function clearUp(
  context: AiModelsContext,
  job: JobRow,
  { keepsDelivery = false }: { keepsDelivery?: boolean } = {},
): Promise<void> {
  try {
    if (isDelivered(context, job) && !keepsDelivery) {
      await closeDelivery(context, trainingPlace(job.brand_id, await runKeyOf(context, job)));
    }
    if (job.dataset_id !== null) await dropArchive(context, job.dataset_id);
    await removeDeletedFiles(context);
  } catch (error) {
    context.logger.warn('could not clear up after a training', { jobId: job.id, cause: error });
  }
}

/** Whether its trainer puts things into our storage. */
const isDelivered = ({ providers }: AiModelsContext, { provider }: JobRow): boolean =>
  provider !== null && providers.training(provider).delivers === 'to storage';
