import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../endpoints.ts';
import type { JobRequest } from './job-request.ts';

export const jobStatuses = [
  'IN_QUEUE',
  'IN_PROGRESS',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'TIMED_OUT',
] as const;
export type JobStatus = (typeof jobStatuses)[number];

/** What was asked for, from submission until it is forgotten. */
export interface Job extends Readonly<JobRequest> {
  readonly id: string;
  readonly endpoint: Endpoint;
  /** Submitted to `/runsync`. */
  readonly isSync: boolean;
  status: JobStatus;
  /** The latest report, then the result. */
  output: unknown;
  error: string | null;
  workerId: string | null;
  readonly createdAt: number;
  /** Readings of the simulated clock. */
  readonly elapsed: { created: number; started: number | null; ended: number | null };
  /** Our image's run has the lock: from here on it does what costs. */
  isPaid: boolean;
  /** RunPod no longer knows it. */
  isForgotten: boolean;
  /** Begun by an earlier process: its uploads may have been made already. */
  isResumed: boolean;
  /** Simulated ms that have passed and that its work has not caught up with, after its process was away. */
  behindMs: number;
  /** Ends what the worker is doing; a new one for each time it is tried. */
  stopping: AbortController;
  /** Told when it has ended; a new one for each time it is tried. */
  ended: PromiseWithResolvers<void>;
}

export interface NewJob {
  endpoint: Endpoint;
  request: JobRequest;
  isSync: boolean;
  /** Of the wall. */
  createdAt: number;
  /** Of the simulated clock. */
  elapsedMs: number;
}

export function createJob({ endpoint, request, isSync, createdAt, elapsedMs }: NewJob): Job {
  return {
    ...request,
    // A region stands behind the id.
    id: `${isSync ? 'sync-' : ''}${randomUUID()}-${isSync ? 'u1' : 'e1'}`,
    endpoint,
    isSync,
    status: 'IN_QUEUE',
    output: undefined,
    error: null,
    workerId: null,
    createdAt,
    elapsed: { created: elapsedMs, started: null, ended: null },
    isPaid: false,
    isForgotten: false,
    isResumed: false,
    behindMs: 0,
    stopping: new AbortController(),
    ended: Promise.withResolvers(),
  };
}

export const hasEnded = ({ status }: Pick<Job, 'status'>) =>
  status !== 'IN_QUEUE' && status !== 'IN_PROGRESS';

/** As `/status` shows it; times in simulated ms. */
export function toJobAnswer(job: Job) {
  const { id, status, output, error, workerId } = job;
  const { created, started, ended } = job.elapsed;
  return {
    ...(started !== null && { delayTime: Math.round(started - created) }),
    ...(error !== null && { error }),
    ...(started !== null && ended !== null && { executionTime: Math.round(ended - started) }),
    id,
    ...(output !== undefined && { output }),
    status,
    ...(workerId !== null && { workerId }),
  };
}
