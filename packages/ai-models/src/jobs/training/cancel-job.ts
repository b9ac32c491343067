import { type AttemptRow, listAttempts } from '../../database/attempts.ts';
import { findModelOfJob } from '../../database/models.ts';
import { moveJob, statusOf } from '../../database/training-jobs.ts';
import { AiModelsError } from '../../errors/index.ts';
import type { RunHandle } from '../../providers/run.ts';
import { cancelPatienceMs } from '../deadlines.ts';
import { closeLock, trainingPlace } from '../runs/delivery.ts';
import { trainingRunKey } from '../runs/run-keys.ts';
import { lookAgain, searchRun } from '../runs/search-run.ts';
import { later, type Step } from '../step.ts';
import { askProvider, handleOf } from './ask-provider.ts';
import { endCancelled } from './end-job.ts';
import { saveJob } from './save-job.ts';
import { providerOf } from './submit-job.ts';
import { costChanges } from './sync-job.ts';
import type { TrainingWork } from './training-work.ts';

/** Ends a job that somebody does not want any more: at its provider first, for what runs there costs. */
export async function cancelJob(work: TrainingWork): Promise<Step> {
  const { context, job, signal } = work;
  // What was entered as a model is there, and may be in use: it was too late.
  if (job.status === 'saving' && (await findModelOfJob(context, job.id))) return saveJob(work);
  if (job.provider_job_id === null) return cancelUnsent(work);
  const provider = providerOf(context, job);
  await provider.cancelTraining(handleOf(work), { signal });
  const status = await askProvider(work, provider);
  const isRunning = status.state === 'queued' || status.state === 'running';
  const waitedMs = context.now().getTime() - Date.parse(job.cancel_requested_at ?? '');
  if (isRunning && waitedMs < cancelPatienceMs) {
    await moveJob(context, work.lease, [job.status, statusOf(job)], { stage: 'cancelling' });
    return later(context.now, context.pollIntervalMs);
  }
  return endCancelled(
    work,
    await costChanges(work, provider, 'gpuSeconds' in status ? status.gpuSeconds : undefined),
  );
}

/** Nothing is known to run; but a request whose outcome is unknown may. */
async function cancelUnsent(work: TrainingWork): Promise<Step> {
  const { context, job } = work;
  const last = (await listAttempts(context, { job_id: job.id })).at(-1);
  if (!last || last.outcome === 'refused') return endCancelled(work, {});
  const found = await findSent(work, last);
  if (found === 'none') return endCancelled(work, {});
  if (found === 'not yet') return lookAgain(work);
  return cancelJob({ ...work, job: { ...job, provider_job_id: found.providerJobId } });
}

async function findSent(work: TrainingWork, attempt: AttemptRow): Promise<RunHandle | 'none' | 'not yet'> {
  const { context, job } = work;
  if (attempt.provider_job_id !== null) return { providerJobId: attempt.provider_job_id };
  const provider = providerOf(context, job);
  if (provider.afterUnknown === 'sendAgain') {
    const place = trainingPlace(job.brand_id, trainingRunKey(job.id, attempt.attempt));
    return (await closeLock(context, place)) ?? 'none';
  }
  try {
    return (await searchRun(work, provider, attempt)) ?? 'not yet';
  } catch (error) {
    if (AiModelsError.isInstance(error, 'outcome_unknown')) return 'none';
    throw error;
  }
}
