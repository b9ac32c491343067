import type { JobStatus } from '../../jobs/job-status.ts';

/** Which jobs are looked for. */
export interface JobFilter {
  readonly search: string;
  readonly state: JobFilterState;
}

export const jobFilterStates = ['all', 'running', 'completed', 'failed'] as const;
export type JobFilterState = (typeof jobFilterStates)[number];

const statuses: Record<JobFilterState, readonly JobStatus[] | undefined> = {
  all: undefined,
  running: ['pending', 'uploading', 'queued', 'training', 'saving'],
  completed: ['completed'],
  failed: ['failed', 'cancelled'],
};

/** The states that a filter stands for; undefined for all of them. */
export const toStatuses = (state: JobFilterState) => statuses[state];
