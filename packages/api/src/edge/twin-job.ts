import { type TrainingJob, TrainingJobNotFoundError } from '@act/ai-models';
import { z } from 'zod';
import { read } from '../database/read.ts';
import type { Caller } from '../session/caller.ts';

/** One twin, one training: whoever asks twice gets the same. */
export const keyOfTwin = (jobId: string) => `twin:${jobId.toLowerCase()}`;

const rowSchema = z.array(z.object({ id: z.string(), brand_id: z.string() }));

/** The training that was asked for; null where none was. */
export async function findTwinJob(
  { ai, database, userId }: Caller,
  jobId: string,
): Promise<TrainingJob | null> {
  const query = database
    .from('lora_training_jobs')
    .select('id, brand_id')
    .eq('user_id', userId)
    .eq('idempotency_key', keyOfTwin(jobId))
    .limit(1);
  const [row] = await read(query, rowSchema);
  return row ? ai.getTrainingJob(row.id, { brandId: row.brand_id }) : null;
}

export const missingTwin = (jobId: string) => new TrainingJobNotFoundError({ jobId });
