import { AiModelsError } from '../errors/index.ts';
import { pause, toAbortedError } from './pause.ts';
import type { Stoppable } from './stoppable.ts';

export interface PollOptions extends Stoppable {
  /** What is waited for, as it follows "Waited in vain for". */
  waitingFor: string;
  /** Between two looks, at first. */
  intervalMs: number;
  /** The interval grows by half with each look, up to this. Default: it stays as it is. */
  maximumIntervalMs?: number;
  /** Then `wait_ended` is thrown. Default: never. */
  timeoutMs?: number;
}

/** Looks again and again until a look gives something; looks once more when the time is up. */
export async function poll<T>(look: () => Promise<T | null>, options: PollOptions): Promise<T> {
  const { timeoutMs = Number.POSITIVE_INFINITY, signal } = options;
  const deadline = performance.now() + timeoutMs;
  let intervalMs = options.intervalMs;
  for (;;) {
    if (signal?.aborted) throw toAbortedError(signal);
    const isLast = performance.now() >= deadline;
    const found = await look();
    if (found !== null) return found;
    if (isLast) throw waitEnded(options);
    await pause(Math.max(0, Math.min(intervalMs, deadline - performance.now())), signal);
    intervalMs = Math.min(intervalMs * 1.5, options.maximumIntervalMs ?? options.intervalMs);
  }
}

function waitEnded({ waitingFor, timeoutMs }: PollOptions): AiModelsError {
  return new AiModelsError({
    code: 'wait_ended',
    message: `Waited ${timeoutMs} ms in vain for ${waitingFor}.`,
    hint: 'It goes on by itself: ask for it again later.',
    retryable: true,
  });
}
