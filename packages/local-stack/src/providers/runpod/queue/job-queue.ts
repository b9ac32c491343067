import type { Endpoint } from '../endpoints.ts';
import type { RunpodParts } from '../runpod-parts.ts';
import { endJob, forgetInTime, forgetJob } from './end-job.ts';
import { createJob, hasEnded, type Job } from './job.ts';
import type { JobRequest } from './job-request.ts';
import { runJob } from './run-job.ts';
import { createWorkers, type Worker } from './workers.ts';

/** An endpoint's queue. */
export interface JobQueue {
  submit(request: JobRequest, options: { isSync: boolean }): Job;
  /** Puts a job that has ended badly back into the queue, under its own id. */
  retry(job: Job): void;
  /** Lets the endpoint's jobs of an earlier process go on as if that had never ended. What has a lifetime has it anew. */
  resume(): void;
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
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      if (job.status === 'IN_QUEUE') return run(job, worker);
    }
    workers.release(worker, clock.elapsedMs());
    return undefined;
  };
  const run = (job: Job, worker: Worker): Promise<void> =>
    runJob(job, worker, parts, () => {
      workers.release(worker, clock.elapsedMs());
      assign();
    });
  const enqueue = (job: Job): void => {
    waiting.push(job);
    assign();
  };

  return {
    submit(request, { isSync }) {
      const times = { createdAt: clock.now(), elapsedMs: clock.elapsedMs() };
      const job = createJob({ endpoint, request, isSync, ...times });
      jobs.keep(job);
      clock.schedule(job.ttlMs, () => forgetJob(job, parts));
      enqueue(job);
      return job;
    },
    resume() {
      for (const job of jobs.list(endpoint)) {
        if (hasEnded(job)) {
          forgetInTime(job, parts);
          continue;
        }
        clock.schedule(job.ttlMs, () => forgetJob(job, parts));
        // Those that were being done come first: each had a worker.
        const worker = job.status === 'IN_PROGRESS' ? workers.take() : null;
        if (worker) {
          clock.schedule(0, () => run(job, worker));
        } else {
          job.status = 'IN_QUEUE';
          waiting.push(job);
        }
      }
      assign();
    },
    retry(job) {
      retried += 1;
      Object.assign(job, { status: 'IN_QUEUE', output: undefined, error: null, workerId: null });
      Object.assign(job, { isResumed: false, behindMs: 0 });
      Object.assign(job.elapsed, { started: null, ended: null });
      job.stopping = new AbortController();
      job.ended = Promise.withResolvers();
      jobs.keep(job);
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
