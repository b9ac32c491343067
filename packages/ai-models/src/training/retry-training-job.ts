import type { AiModelsContext } from '../context.ts';
import { findRetry } from '../database/find-retry.ts';
import { insertOnce } from '../database/insert-once.ts';
import { findJobByKey } from '../database/queries.ts';
import { insertJob } from '../database/training-jobs.ts';
import { AiModelsError } from '../errors/index.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { begin } from './create-training-job.ts';
import type { TrainingJob } from './training-job.ts';
import { needJob } from './training-jobs.ts';

/**
 * A new job with the same pictures and configuration, or the one in which somebody tries it again already. Where the
 * provider still has the weights of the old one, they are only saved: nothing is paid twice.
 */
export async function retryTrainingJob(
  context: AiModelsContext,
  jobId: string,
  { signal }: Stoppable = {},
): Promise<TrainingJob> {
  const job = await needJob(context, jobId);
  if (job.status !== 'failed' && job.status !== 'cancelled') {
    throw new AiModelsError({
      code: 'conflict',
      message: `Training ${jobId} is ${job.status}; only one that failed or was cancelled can be tried again.`,
      hint:
        job.status === 'completed' ? 'Create another training.' : 'Wait until it has ended, or cancel it.',
    });
  }
  // Two clicks are one wish, and so are those of two people.
  const key = `retry-${job.id}`;
  const userId = context.userId ?? job.user_id;
  const wish: Parameters<typeof insertJob>[1] = {
    brand_id: job.brand_id,
    ...(context.actor === 'system' && { user_id: job.user_id }),
    name: job.name,
    description: job.description,
    model_type: job.model_type,
    subject_kind: job.subject_kind,
    trigger_word: job.trigger_word,
    training_config: job.training_config,
    training_asset_ids: job.training_asset_ids,
    metadata: job.metadata,
    // Whoever tries again has seen what was wrong.
    readiness_override: true,
    retry_of: job.id,
    idempotency_key: key,
  };
  const row = await insertOnce({
    find: async () => (await findRetry(context, job.id)) ?? findJobByKey(context, { userId, key }),
    insert: () => insertJob(context, wish),
  });
  return begin(context, row, { signal });
}
