import type { TrainingJob } from '../../api/answers.ts';
import { isCancellable, isFinished } from '../../jobs/job-status.ts';

export const jobActs = ['cancel', 'retry', 'delete'] as const;
export type JobAct = (typeof jobActs)[number];

/** Whether it can be done to this job now. */
export const isPossible = (act: JobAct, { status, cancelRequestedAt }: TrainingJob): boolean => {
  if (act === 'cancel') return isCancellable(status) && cancelRequestedAt === null;
  if (act === 'retry') return status === 'failed' || status === 'cancelled';
  return isFinished(status);
};

/** What trying these again is expected to cost; null where nobody knows. */
export const costOfRetry = (jobs: readonly TrainingJob[]): number | null =>
  jobs.some(({ estimatedCostUsd }) => estimatedCostUsd === null)
    ? null
    : jobs.reduce((sum, { estimatedCostUsd }) => sum + (estimatedCostUsd ?? 0), 0);
