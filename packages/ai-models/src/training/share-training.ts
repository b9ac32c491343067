import type { AiModelsContext } from '../context.ts';
import { wishToShare } from '../database/training-jobs.ts';
import type { TrainingJob } from './training-job.ts';
import { getTrainingJob, needJob } from './training-jobs.ts';

/**
 * Shares what came of a training with the brand: all of it may paint with the model then, and read what the training is
 * called, but not its pictures, captions, configuration or log. The engine carries it out; until then `sharing` says so.
 * @throws AiModelsError `not_allowed` for anybody but its owner, and where the brand shares nothing
 */
export const shareTrainingJob = (context: AiModelsContext, jobId: string): Promise<TrainingJob> =>
  wish(context, jobId, true);

/** Takes it back: only its owner sees the model then. What others made with it stays theirs. */
export const withdrawTrainingJob = (context: AiModelsContext, jobId: string): Promise<TrainingJob> =>
  wish(context, jobId, false);

async function wish(context: AiModelsContext, jobId: string, isShared: boolean): Promise<TrainingJob> {
  const { id } = await needJob(context, jobId);
  await wishToShare(context, id, isShared);
  return getTrainingJob(context, id);
}
