import type { TrainingJob } from '../../api/answers.ts';
import { jobStatuses } from '../../jobs/job-status.ts';

type SortKey = (job: TrainingJob) => string | number | null;

/** What it cost, or is going to, as far as anybody knows. */
export const costOf = ({ costUsd, estimatedCostUsd }: TrainingJob) => costUsd ?? estimatedCostUsd;

/** When it ended, or is expected to. */
export const endOf = ({ completedAt, estimatedCompletion, status }: TrainingJob) =>
  completedAt ?? (status === 'failed' || status === 'cancelled' ? null : estimatedCompletion);

/** By which each column is sorted; one that is missing is not to be sorted. */
export const sortKeys: Readonly<Record<string, SortKey | undefined>> = {
  name: ({ name }) => name.toLowerCase(),
  status: ({ status }) => jobStatuses.indexOf(status),
  kind: ({ subjectKind }) => subjectKind,
  base: ({ modelType }) => modelType,
  begun: ({ createdAt }) => createdAt,
  ended: endOf,
  cost: costOf,
};
