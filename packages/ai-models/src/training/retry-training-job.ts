import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { findRetry } from '../database/find-retry.ts';
import { insertOnce, ofSameWish } from '../database/insert-once.ts';
import { findJobByKey } from '../database/queries.ts';
import { insertJob } from '../database/training-jobs.ts';
import { AiModelsError } from '../errors/index.ts';
import { wishHashOf } from '../shared/hashing/wish-hash.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { begin } from './create-training-job.ts';
import type { TrainingJob } from './training-job.ts';
import { needJob } from './training-jobs.ts';

/** How to try a training again. */
export interface RetryTrainingJobOptions extends Stoppable {
  /** The same key by the same person gives the same job; a new one tries again also where the last retry has failed. */
  readonly idempotencyKey?: string | undefined;
}

const keySchema = z.string().min(1).max(200).optional();

/**
 * A new job with the same pictures and configuration, or the one in which somebody tries it again already. Where the
 * provider still has the weights of the old one, they are only saved: nothing is paid twice.
 */
export async function retryTrainingJob(
  context: AiModelsContext,
  jobId: string,
  { idempotencyKey, signal }: RetryTrainingJobOptions = {},
): Promise<TrainingJob> {
  parseInput(keySchema, idempotencyKey, { subject: 'The idempotencyKey' });
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
  const key = idempotencyKey ?? `retry-${job.id}`;
  const wishHash = await wishHashOf({ retryOf: job.id });
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
    wish_hash: wishHash,
  };
  const findByKey = async () => ofSameWish(await findJobByKey(context, { userId, key }), wishHash);
  const row = await insertOnce({
    // What a key was used for decides, whatever runs meanwhile; without one, what runs does.
    find: async () =>
      idempotencyKey === undefined
        ? ((await findRetry(context, job.id)) ?? findByKey())
        : ((await findByKey()) ?? findRetry(context, job.id)),
    insert: () => insertJob(context, wish),
  });
  return begin(context, row, { signal });
}
