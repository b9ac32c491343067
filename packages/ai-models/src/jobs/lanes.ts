import type { JobStatus } from '../database/training-jobs.ts';

/** What is done to a training one after the other. An engine bounds each, for they cost it different things. */
export type TrainingLane = 'submit' | 'reconcile' | 'save';

/** As `private.statuses_of` says it. A training that has ended is due where it may have succeeded after all. */
export function laneOf(status: JobStatus): TrainingLane {
  switch (status) {
    case 'pending':
    case 'uploading':
      return 'submit';
    case 'queued':
    case 'training':
      return 'reconcile';
    case 'saving':
    case 'completed':
    case 'failed':
    case 'cancelled':
      return 'save';
  }
}

/** How far a piece of work is taken at once. */
export interface Reach {
  /** `as far as it goes`: the default. `lane ends`: a training is given back, due at once, where the next lane begins. */
  readonly until?: 'as far as it goes' | 'lane ends' | undefined;
}
