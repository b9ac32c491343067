import { listAttempts } from '../../database/attempts.ts';
import type { JobRow } from '../../database/training-jobs.ts';
import type { RunHandle } from '../../providers/run.ts';
import type { TrainingProvider } from '../../providers/training-provider.ts';
import { addMilliseconds } from '../../shared/add-milliseconds.ts';
import type { TrainingWork } from '../training/training-work.ts';
import { readLock, trainingPlace } from './delivery.ts';
import { trainingRunKey } from './run-keys.ts';

/** Our clock and the provider's may differ. */
const clockDifferenceMs = 5 * 60_000;

/** The run of a job, also where nobody had heard what became of its request. Null where there is none. */
export async function findRun(
  { context, signal }: Pick<TrainingWork, 'context' | 'signal'>,
  provider: TrainingProvider,
  job: JobRow,
): Promise<RunHandle | null> {
  if (job.provider_job_id !== null) return { providerJobId: job.provider_job_id };
  const last = (await listAttempts(context, { job_id: job.id })).at(-1);
  if (!last || last.outcome === 'refused') return null;
  if (last.provider_job_id !== null) return { providerJobId: last.provider_job_id };
  const runKey = trainingRunKey(job.id, last.attempt);
  return lookForRun({ context, signal }, provider, { job, runKey, since: new Date(last.created_at) });
}

/** Asks the provider, or the lock that a run of ours takes first. */
export const lookForRun = (
  { context, signal }: Pick<TrainingWork, 'context' | 'signal'>,
  provider: TrainingProvider,
  { job, runKey, since }: { job: JobRow; runKey: string; since: Date },
): Promise<RunHandle | null> =>
  provider.afterUnknown === 'look'
    ? provider.findTraining({ runKey, since: addMilliseconds(since, -clockDifferenceMs), signal })
    : readLock(context, trainingPlace(job.brand_id, runKey));
