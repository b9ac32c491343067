import { z } from 'zod';
import type { ReplicateSimulator } from '../replicate/replicate-simulator.ts';
import type { RunpodSimulator } from '../runpod/runpod-simulator.ts';

/** A run as the control interface shows it, whatever its provider. */
export interface SimulatedRun {
  provider: 'replicate' | 'runpod';
  id: string;
  kind: 'training' | 'prediction';
  /** Who pays: a username or an endpoint. */
  account: string;
  /** False where a run of our image has not got the lock, and so has done nothing that costs. */
  isPaid: boolean;
  input: unknown;
  /** In the provider's own words. */
  state: string;
  createdAt: string;
}

export const fromReplicate = (run: ReturnType<ReplicateSimulator['runs']>[number]): SimulatedRun => ({
  provider: 'replicate',
  id: run.id,
  kind: run.kind,
  account: run.account.username,
  isPaid: true,
  input: run.input,
  state: run.status,
  createdAt: new Date(run.createdAt).toISOString(),
});

const trainSchema = z.object({ task: z.literal('train') });

export const fromRunpod = (job: ReturnType<RunpodSimulator['runs']>[number]): SimulatedRun => ({
  provider: 'runpod',
  id: job.id,
  kind: trainSchema.safeParse(job.input).success ? 'training' : 'prediction',
  account: job.endpoint.id,
  isPaid: job.isPaid,
  input: job.input,
  state: job.status,
  createdAt: new Date(job.createdAt).toISOString(),
});
