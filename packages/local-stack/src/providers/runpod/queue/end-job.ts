import type { RunpodParts } from '../runpod-parts.ts';
import { hasEnded, type Job, type JobStatus } from './job.ts';
import { ring } from './ring.ts';

/** How long RunPod keeps what a job gave, in simulated ms. */
const resultLifetimeMs = 30 * 60_000;
const syncResultLifetimeMs = 60_000;

export interface JobEnd {
  status: Exclude<JobStatus, 'IN_QUEUE' | 'IN_PROGRESS'>;
  output?: unknown;
  error?: string;
}

/** Ends a job, once, and stops whoever works on it. Webhooks hear of completions and failures. */
export function endJob(job: Job, { status, output, error }: JobEnd, parts: RunpodParts): void {
  if (hasEnded(job)) return;
  job.status = status;
  job.output = output;
  job.error = error ?? null;
  job.elapsed.ended = parts.clock.elapsedMs() - job.behindMs;
  parts.jobs.keep(job);
  job.stopping.abort();
  job.ended.resolve();
  if (job.isForgotten) return;
  if (status === 'COMPLETED' || status === 'FAILED') ring(job, parts);
  forgetInTime(job, parts);
}

/** Once nobody has asked for what it gave for a while. */
export function forgetInTime(job: Job, { clock, jobs }: RunpodParts): void {
  const { ended } = job;
  clock.schedule(job.isSync ? syncResultLifetimeMs : resultLifetimeMs, () => {
    // Unless it was tried again in the meantime.
    if (job.ended !== ended) return;
    job.isForgotten = true;
    jobs.keep(job);
  });
}

/** From here on RunPod knows no such job; if it is under way it stops. */
export function forgetJob(job: Job, parts: RunpodParts): void {
  job.isForgotten = true;
  parts.jobs.keep(job);
  endJob(job, { status: 'CANCELLED' }, parts);
}
