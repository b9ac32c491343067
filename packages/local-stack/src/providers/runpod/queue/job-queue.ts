import type { Endpoint } from '../endpoints.ts';
import type { RunpodParts } from '../runpod-parts.ts';
import { endJob, forgetJob } from './end-job.ts';
import { createJob, hasEnded, type Job } from './job.ts';
import type { JobRequest } from './job-request.ts';
import { runJob } from './run-job.ts';
import { createWorkers, type Worker } from './workers.ts';

/** An endpoint's queue. */
export interface JobQueue {
  submit(request: JobRequest, options: { isSync: boolean }): Job;
  /** Puts a job that has ended badly back into the queue, under its own id. */
  retry(job: Job): void;
  /** Forgets what no worker has begun; returns how many. */
  purge(): number;
  health(): { jobs: Record<string, number>; workers: Record<string, number> };
}

export function createJobQueue(endpoint: Endpoint, parts: RunpodParts): JobQueue {
  const { clock, jobs } = parts;
  const workers = createWorkers(endpoint);
  const waiting: Job[] = [];
  let starting = 0;
  let retried = 0;

  const assign = (): void => {
    while (waiting.length > starting) {
      const worker = workers.take();
      if (!worker) return;
      starting += 1;
      clock.schedule(workers.startDelayMs(worker, clock.elapsedMs()), () => begin(worker));
    }
  };
  /** A worker that has started takes the oldest job that is still wanted. */
  const begin = (worker: Worker): Promise<void> | undefined => {
    starting -= 1;
    const release = (): void => {
      workers.release(worker, clock.elapsedMs());
      assign();
    };
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      if (job.status === 'IN_QUEUE') return runJob(job, worker, parts, release);
    }
    workers.release(worker, clock.elapsedMs());
    return undefined;
  };
  const enqueue = (job: Job): void => {
    waiting.push(job);
    assign();
  };

  return {
    submit(request, { isSync }) {
      const times = { createdAt: clock.now(), elapsedMs: clock.elapsedMs() };
      const job = createJob({ endpoint, request, isSync, ...times });
      jobs.add(job);
      clock.schedule(job.ttlMs, () => forgetJob(job, parts));
      enqueue(job);
      return job;
    },
    retry(job) {
      retried += 1;
      Object.assign(job, { status: 'IN_QUEUE', output: undefined, error: null, workerId: null });
      Object.assign(job.elapsed, { started: null, ended: null });
      job.stopping = new AbortController();
      job.ended = Promise.withResolvers();
      enqueue(job);
    },
    purge() {
      const purged = jobs.list(endpoint).filter(({ status }) => status === 'IN_QUEUE');
      for (const job of purged) forgetJob(job, parts);
      return purged.length;
    },
    health() {
      const known = jobs.list(endpoint);
      const count = (wanted: Job['status']) => known.filter(({ status }) => status === wanted).length;
      return {
        jobs: {
          completed: count('COMPLETED'),
          failed: count('FAILED') + count('TIMED_OUT'),
          inProgress: count('IN_PROGRESS'),
          inQueue: count('IN_QUEUE'),
          retried,
        },
        workers: workers.count(clock.elapsedMs()),
      };
    },
  };
}

/** Ends a job on somebody's wish; one that has ended stays as it is. */
export function cancelJob(job: Job, parts: RunpodParts): void {
  endJob(job, { status: 'CANCELLED' }, parts);
}

/** Because the simulator closes. */
export function stopJobs(jobs: readonly Job[]): void {
  for (const job of jobs) if (!hasEnded(job)) job.stopping.abort();
}
