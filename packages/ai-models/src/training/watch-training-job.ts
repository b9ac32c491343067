import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { hasEnded } from '../database/ended-statuses.ts';
import { worksInPlace } from '../jobs/works-in-place.ts';
import { parseInput } from '../shared/parse-input.ts';
import { pause } from '../shared/pause.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import type { TrainingJob } from './training-job.ts';
import { getTrainingJob, syncTrainingJob } from './training-jobs.ts';

/** How to watch a training. */
export interface WatchTrainingJobOptions extends Stoppable {
  /** Between two looks, in ms. Default 5,000, or what the client was made with. */
  readonly intervalMs?: number | undefined;
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
  const look = () =>
    worksInPlace(context) ? syncTrainingJob(context, jobId, { signal }) : getTrainingJob(context, jobId);
  let seen = '';
  for (;;) {
    const job = await look();
    const state = JSON.stringify(job);
    if (state !== seen) yield job;
    if (hasEnded(job.status)) return;
    seen = state;
    await pause(intervalMs, signal);
  }
}
