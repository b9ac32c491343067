import { type JobStatus, jobStatuses } from './job-status.ts';

interface Moving {
  readonly id: string;
  readonly status: JobStatus;
  readonly progress: number;
}

/**
 * Of two looks at a job the one that is further on: answers may overtake each other. What had failed may still be
 * brought home, so that an end is not final.
 */
export const keepNewer = <Job extends Moving>(known: Job | undefined, arrived: Job): Job => {
  if (!known || known.id !== arrived.id) return arrived;
  if (known.status === 'failed' || known.status === 'cancelled') {
    return isOnItsWay(arrived.status) ? known : arrived;
  }
  if (jobStatuses.indexOf(arrived.status) < jobStatuses.indexOf(known.status)) return known;
  return arrived.progress < known.progress ? { ...arrived, progress: known.progress } : arrived;
};

const isOnItsWay = (status: JobStatus) =>
  status === 'pending' || status === 'uploading' || status === 'queued' || status === 'training';
