import { z } from 'zod';
import { problems } from '../api-problem.ts';

const week = 7 * 24 * 60 * 60_000;

const requestSchema = z.object({
  input: z.record(z.string(), z.unknown()),
  webhook: z.url({ protocol: /^https?$/ }).nullish(),
  policy: z
    .object({
      executionTimeout: z.int().min(5_000).max(week).nullish(),
      ttl: z.int().min(10_000).max(week).nullish(),
      lowPriority: z.boolean().nullish(),
    })
    .nullish(),
});

export const jobRequestSchema = z.object({
  input: z.record(z.string(), z.unknown()),
  webhook: z.string().nullable(),
  /** Simulated ms on a worker. */
  executionTimeoutMs: z.number(),
  /** Simulated ms from submission, after which the job is forgotten, whatever it does. */
  ttlMs: z.number(),
});

/** What a job is to do, and for how long it may. */
export type JobRequest = z.infer<typeof jobRequestSchema>;

/** The policies of somebody who says nothing: ten minutes, and a day. */
const usualExecutionTimeoutMs = 600_000;
const usualTtlMs = 86_400_000;

/** Reads the body of `/run` and `/runsync`; throws the 400. */
export function parseJobRequest(text: string): JobRequest {
  const parsed = requestSchema.safeParse(parseJson(text));
  if (!parsed.success) throw problems.invalid(z.prettifyError(parsed.error));
  const { input, webhook, policy } = parsed.data;
  return {
    input,
    webhook: webhook ?? null,
    executionTimeoutMs: policy?.executionTimeout ?? usualExecutionTimeoutMs,
    ttlMs: policy?.ttl ?? usualTtlMs,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problems.invalid('the body is not JSON');
  }
}
