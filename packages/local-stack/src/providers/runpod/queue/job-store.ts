import { problems } from '../api-problem.ts';
import type { Endpoint } from '../endpoints.ts';
import type { Job } from './job.ts';

/** Jobs in memory, gone with the process. */
export function createJobStore() {
  const jobs = new Map<string, Job>();
  return {
    add: (job: Job) => void jobs.set(job.id, job),
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
  };
}

export type JobStore = ReturnType<typeof createJobStore>;
