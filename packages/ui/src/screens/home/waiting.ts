import type { Asset, TrainingJob } from '../../api/answers.ts';

/** What somebody has to look at before it goes on. */
export interface Waiting {
  readonly rejected: readonly Asset[];
  readonly failed: readonly TrainingJob[];
}

const recentMs = 14 * 86_400_000;

/** What nobody dealt with yet: rejected pictures, and trainings that failed lately and were not tried again. */
export const findWaiting = (rejected: readonly Asset[], jobs: readonly TrainingJob[], now: Date): Waiting => {
  const triedAgain = new Set(jobs.map(({ retryOf }) => retryOf));
  return {
    rejected,
    failed: jobs.filter(
      ({ id, status, completedAt, createdAt }) =>
        status === 'failed' &&
        !triedAgain.has(id) &&
        now.getTime() - new Date(completedAt ?? createdAt).getTime() < recentMs,
    ),
  };
};
