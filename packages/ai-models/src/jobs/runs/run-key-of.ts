import { listAttempts } from '../../database/attempts.ts';
import { findJob } from '../../database/queries.ts';
import type { JobRow } from '../../database/training-jobs.ts';
import type { TrainingWork } from '../training/training-work.ts';
import { trainingRunKey } from './run-keys.ts';

/** What the run of a job was called: its own, or the one that it has taken over from the training it tries again. */
export async function runKeyOf(
  context: TrainingWork['context'],
  job: Pick<JobRow, 'id' | 'retry_of'>,
): Promise<string> {
  const last = (await listAttempts(context, { job_id: job.id })).at(-1);
  if (last) return trainingRunKey(job.id, last.attempt);
  const original = job.retry_of === null ? null : await findJob(context, job.retry_of);
  return original ? runKeyOf(context, original) : trainingRunKey(job.id, 1);
}
