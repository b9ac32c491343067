import { z } from 'zod';
import type { Endpoint } from '../endpoints.ts';
import { hasEnded, type Job, jobStatuses } from './job.ts';
import { jobRequestSchema } from './job-request.ts';

const reading = z.number().nullable();

/** A job as memory keeps it: everything but what belongs to the process that it runs in. */
export const keptJobSchema = jobRequestSchema.extend({
  id: z.string(),
  /** Its id. */
  endpoint: z.string(),
  isSync: z.boolean(),
  status: z.enum(jobStatuses),
  output: z.unknown().optional(),
  error: z.string().nullable(),
  workerId: z.string().nullable(),
  createdAt: z.number(),
  elapsed: z.object({ created: z.number(), started: reading, ended: reading }),
  isPaid: z.boolean(),
});
export type KeptJob = z.infer<typeof keptJobSchema>;

export function toKeptJob(job: Job): KeptJob {
  const { isForgotten: _1, isResumed: _2, behindMs: _3, stopping: _4, ended: _5, ...kept } = job;
  return { ...kept, endpoint: job.endpoint.id };
}

export function fromKeptJob(kept: KeptJob, endpoint: Endpoint): Job {
  const job: Job = {
    ...kept,
    output: kept.output,
    endpoint,
    isForgotten: false,
    isResumed: kept.status === 'IN_PROGRESS',
    behindMs: 0,
    stopping: new AbortController(),
    ended: Promise.withResolvers(),
  };
  if (hasEnded(job)) job.ended.resolve();
  return job;
}
