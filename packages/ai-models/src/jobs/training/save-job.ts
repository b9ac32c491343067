import { findModelOfJob, registerModel, reserveVersion } from '../../database/models.ts';
import { moveJob } from '../../database/training-jobs.ts';
import { AiModelsError } from '../../errors/index.ts';
import type { OutputSource } from '../../providers/run.ts';
import type { TrainingProvider } from '../../providers/training-provider.ts';
import { bucketLimits } from '../../storage/bucket-limits.ts';
import { getObject } from '../../storage/object-files.ts';
import { modelKey, parseRowPath, type StorageKey, toRowPath } from '../../storage/storage-paths.ts';
import { type SavedWeights, saveWeights } from '../../storage/weights-store.ts';
import { deliveredKey, deliveryBucket, trainingPlace } from '../runs/delivery.ts';
import { runKeyOf } from '../runs/run-key-of.ts';
import type { Step } from '../step.ts';
import { askProvider } from './ask-provider.ts';
import { completeJob, failJob } from './end-job.ts';
import { configOf, ownerOf } from './job-facts.ts';
import { modelNameOf, versionOf } from './model-name.ts';
import { providerOf } from './submit-job.ts';
import type { TrainingWork } from './training-work.ts';
import { writeModelList } from './write-model-list.ts';

/** Brings trained weights into our own bucket, and says "completed" only then. */
export async function saveJob(work: TrainingWork): Promise<Step> {
  const { context, job } = work;
  const registered = await findModelOfJob(context, job.id);
  if (registered) return finish(work, registered.id);
  const provider = providerOf(context, job);
  const status = await askProvider(work, provider);
  if (status.state === 'failed') return failJob(work, status.error);
  if (status.state !== 'succeeded') throw notThere(job.id);
  const { key, saved } = await storeWeights(work, provider, status.weights);
  const { name, version } = versionOf(key);
  const modelId = await registerModel(context, work.lease, {
    name,
    version,
    path: toRowPath('models', key),
    sha256: saved.sha256,
    size_bytes: saved.sizeBytes,
    rank: saved.rank,
    provider_model: status.providerModel ?? null,
    provider_version: status.providerVersion ?? null,
  });
  return finish(work, modelId);
}

async function finish(work: TrainingWork, modelId: string): Promise<Step> {
  await writeModelList(work.context, ownerOf(work.job));
  return completeJob(work, modelId);
}

/**
 * The number is taken, and noted in the job, before a byte is stored: whoever goes on after a crash finds the file. One
 * that lies there already with other content is somebody else's, and the next number is taken.
 */
async function storeWeights(
  work: TrainingWork,
  provider: TrainingProvider,
  weights: OutputSource,
): Promise<{ key: StorageKey; saved: SavedWeights }> {
  const { context, job, signal } = work;
  const { modelType, config } = configOf(job, provider.id);
  let key = job.model_url === null ? await takeKey(work) : parseRowPath(job.model_url).key;
  for (let tries = 0; ; tries += 1) {
    try {
      const saved = await saveWeights(context.files, {
        bucket: 'models',
        key,
        source: () => openWeights(work, provider, weights),
        expect: { modelType, loraRank: config.loraRank },
        maximumBytes: bucketLimits.models,
        signal,
        onProgress: createProgressNote(work),
      });
      return { key, saved };
    } catch (error) {
      if (!AiModelsError.isInstance(error, 'conflict') || tries === 2) throw error;
      key = await takeKey(work);
    }
  }
}

async function takeKey({ context, lease, job }: TrainingWork): Promise<StorageKey> {
  const name = modelNameOf(job);
  const version = await reserveVersion(context, lease, name);
  const key = modelKey({ ...ownerOf(job), name, version });
  await moveJob(context, lease, ['saving', 'saving'], { model_url: toRowPath('models', key) });
  return key;
}

async function openWeights(
  { context, job, signal }: TrainingWork,
  provider: TrainingProvider,
  weights: OutputSource,
): Promise<Response> {
  if (weights.from === 'provider') return provider.openOutput(weights.url, { signal });
  const place = trainingPlace(job.brand_id, await runKeyOf(context, job));
  const key = deliveredKey(place, weights.index);
  return getObject(context.files, { bucket: deliveryBucket, key }, { signal });
}

/** Saving is what happens between 95 and 99; each of them is written once. */
function createProgressNote({ context, lease }: TrainingWork) {
  let written = 95;
  return ({ sentBytes, sizeBytes }: { sentBytes: number; sizeBytes: number }) => {
    const progress = 95 + Math.floor((4 * sentBytes) / Math.max(1, sizeBytes));
    if (progress <= written) return;
    written = progress;
    // Only told to people: whether it arrives changes nothing.
    void moveJob(context, lease, ['saving', 'saving'], { progress }).catch(() => undefined);
  };
}

const notThere = (jobId: string) =>
  new AiModelsError({
    code: 'conflict',
    message: `The provider does not have the weights of training ${jobId} any more.`,
    hint: 'Try again; the pictures are still there.',
  });
