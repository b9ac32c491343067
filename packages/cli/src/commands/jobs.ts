import { defineGroup } from '../program/command.ts';
import { cancelJob } from './jobs/cancel.ts';
import { listJobs } from './jobs/list.ts';
import { retryJob } from './jobs/retry.ts';
import { watchTraining } from './jobs/watch.ts';

export const jobs = defineGroup('jobs', 'trainings: list, watch, cancel, retry', [
  listJobs,
  watchTraining,
  cancelJob,
  retryJob,
]);
