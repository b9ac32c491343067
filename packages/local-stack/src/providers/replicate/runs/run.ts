import { z } from 'zod';
import { faultSchema } from '../../faults/fault.ts';
import type { Account } from '../accounts/accounts.ts';

export const runStatuses = ['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted'] as const;
export type RunStatus = (typeof runStatuses)[number];
export const webhookEvents = ['start', 'output', 'logs', 'completed'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

const { kind, message, delayMs } = faultSchema.shape;
export const runFaultSchema = z.object({ kind, message, delayMs });

/** What a program means to do, once it has looked at its input. */
export interface RunPlan {
  /** Simulated ms from the beginning of `processing` to the end. */
  durationMs: number;
  /** The whole log, so many simulated ms after `processing` began. */
  logsAt(elapsedMs: number): string;
  /** When the log grows, in the same ms, for webhooks. */
  logMoments?: readonly number[];
  /** Makes what the run leaves behind. */
  finish(): Promise<unknown>;
  /** In place of `finish`: how the run fails at its end. */
  failure?: string;
}

/** A training or a prediction, from acceptance on. */
export interface Run {
  readonly id: string;
  readonly kind: 'training' | 'prediction';
  readonly account: Account;
  /** `owner/name` of what runs. */
  readonly model: string;
  /** `hidden` for official models. */
  readonly version: string;
  /** Without secrets; taken away with the rest of a prediction's data. */
  input: Record<string, unknown>;
  /** A training's model, to which a version is added. */
  readonly destination: string | null;
  readonly webhook: { url: string; events: readonly WebhookEvent[] } | null;
  status: RunStatus;
  output: unknown;
  error: string | null;
  dataRemoved: boolean;
  readonly createdAt: number;
  startedAt: number | null;
  completedAt: number | null;
  /** When the run is ended if it has not by itself. */
  readonly deadline: number | null;
  /** Simulated ms in `starting`. */
  readonly queueMs: number;
  /** Simulated ms after which the run is ended; null for never. */
  readonly cancelAfterMs: number | null;
  /** Readings of the simulated clock, for durations and logs. */
  readonly elapsed: { created: number; started: number | null; completed: number | null };
  /** What its program has collected, see `collectOnce`. */
  material: unknown;
  /** What goes wrong with it. */
  fault: z.infer<typeof runFaultSchema> | null;
  plan: RunPlan | null;
  /** Ends what the run is doing. */
  readonly stopping: AbortController;
  /** Told when it has ended. */
  readonly ended: PromiseWithResolvers<void>;
}

export const isTerminal = ({ status }: Pick<Run, 'status'>): boolean =>
  status !== 'starting' && status !== 'processing';

/** Why a run fails, in the words that its `error` shows. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
}
