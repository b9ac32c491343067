import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { parseInput } from '../shared/parse-input.ts';
import { pause } from '../shared/pause.ts';
import { isEnded, type TrainingJob } from './training-job.ts';
import { getTrainingJob, syncTrainingJob } from './training-jobs.ts';

export interface WatchTrainingJobOptions {
  /** Between two looks. Default 5,000, or what the client was made with. */
  readonly intervalMs?: number;
  readonly signal?: AbortSignal;
}

const optionsSchema = z.strictObject({ intervalMs: z.number().min(1).max(3_600_000).optional() });

/**
 * Gives the job now, and again whenever something in it has changed, until it has ended. As the system with providers it
 * also takes the job forward, so that a script needs no engine.
 */
export async function* watchTrainingJob(
  context: AiModelsContext,
  jobId: string,
  { signal, ...options }: WatchTrainingJobOptions = {},
): AsyncGenerator<TrainingJob, void, undefined> {
  const { intervalMs = context.pollIntervalMs } = parseInput(optionsSchema, options, {
    subject: 'The watching',
  });
  const drives = context.actor === 'system' && !context.providers.isEmpty;
  const look = () =>
    drives ? syncTrainingJob(context, jobId, signal ? { signal } : {}) : getTrainingJob(context, jobId);
  let seen = '';
  for (;;) {
    const job = await look();
    const state = JSON.stringify(job);
    if (state !== seen) yield job;
    if (isEnded(job)) return;
    seen = state;
    await pause(intervalMs, signal);
  }
}
