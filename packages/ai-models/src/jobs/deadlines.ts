import { addMilliseconds } from '../shared/add-milliseconds.ts';
import type { TrainingConfig } from '../training/training-config.ts';

const minute = 60_000;

/** Weights that are paid for are fetched for this long. */
export const savingDeadlineMs = 6 * 60 * minute;

/** How long a training may stay in a state before somebody must be told. */
export function trainingDeadlineMs(
  state: 'uploading' | 'queued' | 'training' | 'saving',
  config: Pick<TrainingConfig, 'steps' | 'batchSize'>,
): number {
  switch (state) {
    case 'uploading':
      return 60 * minute;
    case 'queued':
      return 90 * minute;
    case 'training':
      // Twice what the slowest trainer needs for a step, and the time to begin.
      return 30 * minute + config.steps * config.batchSize * 5_000;
    case 'saving':
      return savingDeadlineMs;
  }
}

/** What nobody has looked at yet waits as long as it has to; from the first look that goes wrong it has a day. */
export const beginDeadlineMs = 24 * 60 * minute;

/** The same for pictures; `pending` from the wish on: whoever asked a day ago does not wait any more, and would pay in vain. */
export function generationDeadlineMs(state: 'pending' | 'running' | 'saving'): number {
  switch (state) {
    case 'pending':
      return beginDeadlineMs;
    case 'running':
      return 30 * minute;
    case 'saving':
      return 60 * minute;
  }
}

/** A result that its provider says was removed may still come to light this long: one part of it may know before another. */
export const gonePatienceMs = 10 * minute;

/** A run that was cancelled at its provider may take this long to say so. */
export const cancelPatienceMs = 10 * minute;

/** A request whose outcome is unknown is looked for this long. */
export const searchPatienceMs = 10 * minute;

/** The addresses to which a trainer of ours delivers are good for two hours: hosted storage allows no more. */
export const deliveryMs = 110 * minute;

export const isPast = (deadline: string | null, now: Date): boolean =>
  deadline !== null && Date.parse(deadline) <= now.getTime();

/** A moment so much later, as rows keep it. */
export const timeAfter = (now: Date, milliseconds: number): string =>
  addMilliseconds(now, milliseconds).toISOString();
