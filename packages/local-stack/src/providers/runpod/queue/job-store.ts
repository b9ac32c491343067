import type { Memory } from '../../memory/memory.ts';
import { problems } from '../api-problem.ts';
import type { Endpoint } from '../endpoints.ts';
import { hasEnded, type Job } from './job.ts';
import { fromKeptJob, keptJobSchema, toKeptJob } from './kept-job.ts';

const kind = 'runpod job';

export function createJobStore(endpoints: readonly Endpoint[], memory: Memory) {
  const jobs = new Map<string, Job>();
  let isStopped = false;
  for (const kept of memory.recall(kind, keptJobSchema)) {
    const endpoint = endpoints.find(({ id }) => id === kept.endpoint);
    if (endpoint) jobs.set(kept.id, fromKeptJob(kept, endpoint));
  }
  return {
    /** Takes a job in, and notes what has become of it. */
    keep(job: Job): void {
      jobs.set(job.id, job);
      if (!isStopped) memory.keep(kind, job.id, job.isForgotten ? null : toKeptJob(job));
    },
    /** Of this endpoint; throws the 404 where RunPod knows none, or no longer. */
    get(id: string, endpoint: Endpoint): Job {
      const job = jobs.get(id);
      if (job?.endpoint !== endpoint || job.isForgotten) throw problems.notFound();
      return job;
    },
    /** The endpoint's own, as far as RunPod remembers them. */
    list: (endpoint: Endpoint) =>
      [...jobs.values()].filter((job) => job.endpoint === endpoint && !job.isForgotten),
    /** Forgotten ones too, the oldest first. */
    all: () => [...jobs.values()],
    /** Because the simulator closes: in memory everything stays as it was. */
    stop(): void {
      isStopped = true;
      for (const job of jobs.values()) if (!hasEnded(job)) job.stopping.abort();
    },
  };
}

export type JobStore = ReturnType<typeof createJobStore>;
