import { type AttemptRow, noteOutcome } from '../../database/attempts.ts';
import { moveJob, statusOf } from '../../database/training-jobs.ts';
import { AiModelsError } from '../../errors/index.ts';
import type { RunHandle } from '../../providers/run.ts';
import type { TrainingProvider } from '../../providers/training-provider.ts';
import { searchPatienceMs } from '../deadlines.ts';
import { later, type Step } from '../step.ts';
import { prepareCall } from '../training/send-attempt.ts';
import type { TrainingWork } from '../training/training-work.ts';
import { lookForRun } from './find-run.ts';
import { trainingRunKey } from './run-keys.ts';

/**
 * What became of a request whose outcome is unknown. It may be running, so it is looked for and not sent again; but
 * where a run claims a lock before it costs anything, another one does no harm. Null: not yet.
 */
export async function searchRun(
  work: TrainingWork,
  provider: TrainingProvider,
  attempt: AttemptRow,
): Promise<RunHandle | null> {
  const { context, job } = work;
  const runKey = trainingRunKey(job.id, attempt.attempt);
  const found = await lookForRun(work, provider, { job, runKey, since: new Date(attempt.created_at) });
  if (found) {
    await noteOutcome(context, attempt, { outcome: 'accepted', handle: found });
    return found;
  }
  if (provider.afterUnknown === 'sendAgain') {
    const result = await provider.startTraining(await prepareCall(work, provider, attempt.attempt));
    await noteOutcome(context, attempt, result);
    if (result.outcome === 'accepted') return result.handle;
    if (result.outcome === 'refused') throw result.error;
    return null;
  }
  if (context.now().getTime() - Date.parse(attempt.created_at) < searchPatienceMs) return null;
  throw new AiModelsError({
    code: 'outcome_unknown',
    message:
      'The request to train was sent, but whether it arrived was never known, and no run of it was found.',
    hint: 'Try again: nothing was charged as far as can be known.',
  });
}

/** Not found yet: whoever waits, or wants it stopped, is told what is waited for. */
export async function lookAgain({ context, lease, job }: TrainingWork): Promise<Step> {
  await moveJob(context, lease, [job.status, statusOf(job)], { stage: 'looking for the run' });
  return later(context.now, context.pollIntervalMs);
}
