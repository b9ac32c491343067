import type { AiModelsContext } from '../../context.ts';
import { type AttemptRow, noteIntent, noteOutcome } from '../../database/attempts.ts';
import { extendLease } from '../../database/leases.ts';
import { leaseLost, moveJob } from '../../database/training-jobs.ts';
import { issueDoorbell } from '../../database/webhook-capabilities.ts';
import type { StartOutcome } from '../../providers/run.ts';
import type { StartTrainingCall, TrainingProvider } from '../../providers/training-provider.ts';
import { addMilliseconds } from '../../shared/add-milliseconds.ts';
import { getObject } from '../../storage/object-files.ts';
import { toStorageError } from '../../storage/storage-error.ts';
import type { StorageKey } from '../../storage/storage-paths.ts';
import { captionFor } from '../../training/trigger-word.ts';
import { deliveryMs, trainingDeadlineMs } from '../deadlines.ts';
import { openDelivery, trainingPlace } from '../runs/delivery.ts';
import { trainingRunKey } from '../runs/run-keys.ts';
import { ensureTrainingArchive } from './ensure-training-archive.ts';
import { configOf } from './job-facts.ts';
import type { TrainingWork } from './training-work.ts';

/** The request is sent in the last moment in which it is certain that nobody else sends it. */
const sendingSeconds = 60;

/** Notes the intent, sends one paid request, notes what became of it. */
export async function sendAttempt(
  work: TrainingWork,
  provider: TrainingProvider,
  number: number,
): Promise<{ attempt: AttemptRow; result: StartOutcome }> {
  const { context, lease, job } = work;
  const call = await prepareCall(work, provider, number);
  const attempt = await noteIntent(context, { job_id: job.id }, { attempt: number, provider: provider.id });
  if (!(await extendLease(context, lease, sendingSeconds))) throw leaseLost(lease);
  const result = await provider.startTraining(call);
  await noteOutcome(context, attempt, result);
  return { attempt: { ...attempt, outcome: result.outcome }, result };
}

/** Everything that the provider is told, always the same for one attempt. */
export async function prepareCall(
  { context, lease, job, signal }: TrainingWork,
  provider: TrainingProvider,
  number: number,
): Promise<StartTrainingCall> {
  const { modelType, config } = configOf(job, provider.id);
  const triggerWord = job.trigger_word ?? '';
  const runKey = trainingRunKey(job.id, number);
  const { datasetId, archiveKey } = await ensureTrainingArchive(context, {
    jobId: job.id,
    // A picture without a caption gets one from the trainer, if it is to write them.
    caption: (caption) =>
      caption === null && config.autocaption && provider.writesCaptions
        ? null
        : captionFor({ caption, triggerWord }),
    signal,
  });
  await moveJob(context, lease, ['uploading', 'uploading'], {
    stage: 'submitting',
    progress: 20,
    dataset_id: datasetId,
  });
  const isDelivered = provider.delivers === 'to storage';
  const deadlineMs = trainingDeadlineMs('queued', config) + trainingDeadlineMs('training', config);
  const allowedMs = isDelivered ? Math.min(deadlineMs, deliveryMs) : deadlineMs;
  const webhookUrl = await issueDoorbell(
    context,
    { job_id: job.id },
    { provider: provider.id, expiresAt: addMilliseconds(context.now(), 2 * deadlineMs) },
  );
  return {
    runKey,
    brandId: job.brand_id,
    modelType,
    archiveUrl: await signArchive(context, archiveKey, { runKey, expiresInMs: deadlineMs }),
    openArchive: () => getObject(context.files, { bucket: 'archives', key: archiveKey }, { signal }),
    triggerWord,
    config,
    deadlineMs: allowedMs,
    signal,
    ...(webhookUrl !== null && { webhookUrl }),
    ...(isDelivered && {
      delivery: await openDelivery(context, trainingPlace(job.brand_id, runKey)),
      samplePrompts: [triggerWord, `a photo of ${triggerWord} on a table by a window`],
    }),
  };
}

/** Its name for downloads is how a run is found again at a provider whose list shows what was sent. */
async function signArchive(
  { database }: AiModelsContext,
  key: StorageKey,
  { runKey, expiresInMs }: { readonly runKey: string; readonly expiresInMs: number },
): Promise<string> {
  const { data, error } = await database.storage
    .from('archives')
    .createSignedUrl(key, Math.ceil(expiresInMs / 1_000), { download: `${runKey}.zip` });
  if (error) throw toStorageError(error);
  return data.signedUrl;
}
