import type { AiModelsContext } from '../../context.ts';
import { hasEnded } from '../../database/ended-statuses.ts';
import { findJob } from '../../database/queries.ts';
import { statusOf } from '../../database/training-jobs.ts';
import { type HoldOptions, holdLease } from '../hold-lease.ts';
import { laneOf, type Reach, type TrainingLane } from '../lanes.ts';
import { limitStep } from '../limit-step.ts';
import { settleError } from '../settle-error.ts';
import { type Step, whenItRings } from '../step.ts';
import { cancelJob } from './cancel-job.ts';
import { isUnwanted } from './job-facts.ts';
import { lookForLateSuccess } from './late-success.ts';
import { saveJob } from './save-job.ts';
import { beginJob, submitJob } from './submit-job.ts';
import { syncJob } from './sync-job.ts';
import type { TrainingWork } from './training-work.ts';

/**
 * Takes a training as far as it goes now, under a lease. Safe to call by anybody, at any time, as often as they like:
 * whatever was done before is found, and nothing that costs is done twice. Null where somebody else is at it.
 */
export const workOnTraining = (
  context: AiModelsContext,
  jobId: string,
  options: HoldOptions & Reach = {},
): Promise<{ nextLook: Date | null } | null> =>
  holdLease(
    context,
    jobId,
    async (lease, signal) => {
      let begunIn: TrainingLane | null = null;
      for (;;) {
        signal.throwIfAborted();
        const job = await findJob(context, jobId);
        if (!job) return null;
        const lane = laneOf(statusOf(job));
        begunIn ??= lane;
        if (options.until === 'lane ends' && lane !== begunIn) return context.now();
        const work: TrainingWork = { context, lease, job, signal };
        const step = limitStep((signal) => takeStep({ ...work, signal }), { ...options, signal });
        const { next } = await step.catch((error: unknown) => settleError(work, error));
        if (next !== 'at once') return next;
      }
    },
    options,
  );

function takeStep(work: TrainingWork): Promise<Step> {
  const { status } = work.job;
  if (isUnwanted(work.job)) return hasEnded(status) ? Promise.resolve(whenItRings) : cancelJob(work);
  switch (status) {
    case 'pending':
      return beginJob(work);
    case 'uploading':
      return submitJob(work);
    case 'queued':
    case 'training':
      return syncJob(work);
    case 'saving':
      return saveJob(work);
    case 'failed':
      return lookForLateSuccess(work);
    default:
      return Promise.resolve(whenItRings);
  }
}
