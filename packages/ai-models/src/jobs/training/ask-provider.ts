import { AiModelsError } from '../../errors/index.ts';
import type { RunHandle } from '../../providers/run.ts';
import type { TrainingProvider, TrainingStatus } from '../../providers/training-provider.ts';
import { findObjectSize } from '../../storage/object-files.ts';
import { deliveredKey, deliveryBucket, trainingPlace } from '../runs/delivery.ts';
import { runKeyOf } from '../runs/run-key-of.ts';
import { configOf } from './job-facts.ts';
import type { TrainingWork } from './training-work.ts';

/** The run that the row names. */
export function handleOf({ job }: Pick<TrainingWork, 'job'>): RunHandle {
  if (job.provider_job_id !== null) return { providerJobId: job.provider_job_id };
  throw new AiModelsError({
    code: 'conflict',
    message: `Training ${job.id} is ${job.status}, but names no run.`,
    hint: 'Cancel it and start another one.',
  });
}

/** How a run goes. What it has delivered to us counts also where the provider has forgotten it: RunPod does within hours. */
export async function askProvider(work: TrainingWork, provider: TrainingProvider): Promise<TrainingStatus> {
  const { context, job, signal } = work;
  const { config } = configOf(job, provider.id);
  const status = await provider.getTrainingStatus(handleOf(work), { config, signal });
  const isForgotten = status.state === 'failed' && status.error.failure === 'run_missing';
  if (!isForgotten || provider.delivers === 'from provider') return status;
  const place = trainingPlace(job.brand_id, await runKeyOf(context, job));
  const weights = { bucket: deliveryBucket, key: deliveredKey(place, 0) } as const;
  const isThere = (await findObjectSize(context.files, weights, { signal })) !== null;
  return isThere ? { state: 'succeeded', weights: { from: 'delivery', index: 0 } } : status;
}
