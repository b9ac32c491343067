import { AiModelsError } from '../errors/index.ts';
import type { Step } from './step.ts';

/** The largest weights come in this time on a slow line. */
const usualLimitMs = 30 * 60_000;

export interface LimitStepOptions {
  /** Ends everything, not this step alone. */
  readonly signal: AbortSignal;
  /** A step that takes longer is stopped, and tried again later. Default 1,800,000. */
  readonly stepLimitMs?: number | undefined;
}

/**
 * Takes one step, which has an end also where the other side is never quite silent: a byte a minute would hold a worker
 * for ever.
 */
export async function limitStep(
  take: (signal: AbortSignal) => Promise<Step>,
  { signal, stepLimitMs = usualLimitMs }: LimitStepOptions,
): Promise<Step> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(tookTooLong(stepLimitMs)), stepLimitMs);
  try {
    return await take(AbortSignal.any([signal, limit.signal]));
  } catch (error) {
    // Whatever the step made of it; but a caller who stops everything is told so.
    throw limit.signal.aborted && !signal.aborted ? limit.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

const tookTooLong = (limitMs: number): AiModelsError =>
  new AiModelsError({
    code: 'deadline_passed',
    message: `A step took longer than ${limitMs} ms, and was stopped.`,
    hint: 'It is tried again by itself.',
    retryable: true,
  });
