import { z } from 'zod';
import type { Account } from '../accounts/accounts.ts';
import { isTerminal, type Run, runFaultSchema, runStatuses, webhookEvents } from './run.ts';

const reading = z.number().nullable();

/** A run as memory keeps it: everything but what belongs to the process that it runs in. */
export const keptRunSchema = z.object({
  id: z.string(),
  kind: z.enum(['training', 'prediction']),
  /** The username. */
  account: z.string(),
  model: z.string(),
  version: z.string(),
  input: z.record(z.string(), z.unknown()),
  destination: z.string().nullable(),
  webhook: z.object({ url: z.string(), events: z.array(z.enum(webhookEvents)) }).nullable(),
  status: z.enum(runStatuses),
  output: z.unknown(),
  error: z.string().nullable(),
  dataRemoved: z.boolean(),
  createdAt: z.number(),
  startedAt: reading,
  completedAt: reading,
  deadline: reading,
  queueMs: z.number(),
  cancelAfterMs: reading,
  elapsed: z.object({ created: z.number(), started: reading, completed: reading }),
  material: z.unknown(),
  fault: runFaultSchema.nullable(),
});
export type KeptRun = z.infer<typeof keptRunSchema>;

export function toKeptRun({
  account,
  plan: _plan,
  stopping: _stopping,
  ended: _ended,
  ...kept
}: Run): KeptRun {
  return {
    ...kept,
    account: account.username,
    webhook: kept.webhook && { url: kept.webhook.url, events: [...kept.webhook.events] },
  };
}

export function fromKeptRun(kept: KeptRun, account: Account): Run {
  const run: Run = {
    ...kept,
    account,
    plan: null,
    stopping: new AbortController(),
    ended: Promise.withResolvers(),
  };
  if (isTerminal(run)) run.ended.resolve();
  return run;
}
