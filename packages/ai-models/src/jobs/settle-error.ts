import { hasEnded } from '../database/ended-statuses.ts';
import { moveJob, statusOf } from '../database/training-jobs.ts';
import { AiModelsError, ProviderError } from '../errors/index.ts';
import { beginDeadlineMs, gonePatienceMs, savingDeadlineMs, timeAfter } from './deadlines.ts';
import { later, type Step, whenItRings } from './step.ts';
import { failJob } from './training/end-job.ts';
import { deadlinePassed } from './training/sync-job.ts';
import type { TrainingWork } from './training/training-work.ts';

const patienceMs = { least: 5_000, most: 300_000 };

/** What an error means for a job: wait and try again, or its end. Throws on where it is nothing of the job's. */
export async function settleError(work: TrainingWork, error: unknown): Promise<Step> {
  const { context, job, signal } = work;
  if (signal.aborted) throw signal.reason;
  if (AiModelsError.isInstance(error, 'lease_lost')) throw error;
  if (hasEnded(job.status)) {
    context.logger.warn('a late look at a training failed', { jobId: job.id, cause: error });
    return whenItRings;
  }
  if (isFinal(error, job.status)) return failJob(work, error);
  const deadline = job.deadline_at ?? (await setDeadline(work));
  const overdueMs = context.now().getTime() - Date.parse(deadline);
  if (overdueMs >= patienceOf(job.status)) {
    context.logger.error('a training was given up', { jobId: job.id, cause: error });
    return failJob(work, deadlinePassed(job.status));
  }
  if (isGone(work, error, deadline)) return failJob(work, error);
  context.logger.warn('a training has to wait', { jobId: job.id, cause: error });
  await tellWait(work);
  return later(context.now, waitMs(error, context.random));
}

/** What never began has none yet. */
async function setDeadline({ context, lease, job }: TrainingWork): Promise<string> {
  const deadline = timeAfter(context.now(), beginDeadlineMs);
  await moveJob(context, lease, [job.status, statusOf(job)], { deadline_at: deadline });
  return deadline;
}

/**
 * What will not pass. Anything that we do not know may: a fault of ours is no reason to lose what was paid for. And once a
 * run was accepted, only its own end counts: that a provider refuses to be asked says nothing about the run.
 */
function isFinal(error: unknown, status: string): error is AiModelsError {
  if (!AiModelsError.isInstance(error) || error.retryable) return false;
  if (status === 'queued' || status === 'training') return false;
  return status !== 'saving' || !ProviderError.isInstance(error);
}

/** What a provider has removed does not come back, however long somebody waits. */
function isGone({ context, job }: TrainingWork, error: unknown, deadline: string): error is ProviderError {
  if (job.status !== 'saving' || !ProviderError.isInstance(error)) return false;
  const since = Date.parse(deadline) - savingDeadlineMs;
  return error.failure === 'output_expired' && context.now().getTime() - since >= gonePatienceMs;
}

/** Where nothing of the run's own is to be told, people see that somebody tries. Whether that arrives changes nothing. */
async function tellWait({ context, lease, job }: TrainingWork): Promise<void> {
  const isRunning = job.status === 'queued' || job.status === 'training';
  if (isRunning || job.stage === tryingAgain) return;
  await moveJob(context, lease, [job.status, statusOf(job)], { stage: tryingAgain }).catch(() => undefined);
}

const tryingAgain = 'trying again';

/** A run may go on at a provider that cannot be asked: it is called ended only when nobody could pay for it any more. */
const patienceOf = (status: string): number =>
  status === 'queued' || status === 'training' ? 6 * 3_600_000 : 0;

function waitMs(error: unknown, random: () => number): number {
  const asked = ProviderError.isInstance(error) ? (error.retryAfterMs ?? 0) : 0;
  const jittered = patienceMs.least * (1 + random());
  return Math.min(patienceMs.most, Math.max(asked, jittered));
}
