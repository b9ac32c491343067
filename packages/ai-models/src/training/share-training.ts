import type { AiModelsContext } from '../context.ts';
import { findModelOfJob } from '../database/models.ts';
import { findJob } from '../database/queries.ts';
import { share, withdraw } from '../database/training-jobs.ts';
import { TrainingJobNotFoundError } from '../errors/index.ts';
import { isUuid } from '../shared/uuid.ts';
import type { TrainingJob } from './training-job.ts';
import { getTrainingJob, needJob } from './training-jobs.ts';

/**
 * Shares what came of a training with the brand: all of it may paint with the model then, and read what the training is
 * called, but not its pictures, captions, configuration or log. The engine carries it out; until then `sharing` says so.
 * @throws AiModelsError `job_not_found` for anybody but its owner, `not_allowed` where they or the brand share nothing
 */
export async function shareTrainingJob(context: AiModelsContext, jobId: string): Promise<TrainingJob> {
  const { id } = await needJob(context, jobId);
  await share(context, id);
  return getTrainingJob(context, id);
}

/**
 * Takes it back, at once: only its owner sees the model then. What others made with it stays theirs. An admin does so
 * with what somebody else shares, whose training they do not see: for them the answer is null.
 * @throws AiModelsError `job_not_found`, or `not_allowed` for those who see what somebody else shares and are no admins
 */
export async function withdrawTrainingJob(
  context: AiModelsContext,
  jobId: string,
): Promise<TrainingJob | null> {
  const mine = isUuid(jobId) ? await findJob(context, jobId) : null;
  if (!mine && !(isUuid(jobId) && (await findModelOfJob(context, jobId)))) {
    throw new TrainingJobNotFoundError({ brandId: context.brandId, jobId });
  }
  await withdraw(context, jobId);
  return mine && getTrainingJob(context, jobId);
}
