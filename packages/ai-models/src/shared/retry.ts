import { AiModelsError, ProviderError } from '../errors/index.ts';
import { pause } from './pause.ts';
import type { Stoppable } from './stoppable.ts';

/** How often to try again, and how long to wait before. */
export interface RetryOptions extends Stoppable {
  /** All tries together. Default 4. */
  attempts?: number;
  /** Before the second try; doubled before each one after. Default 500. */
  firstDelayMs?: number;
  /** No delay of ours is longer. Default 8,000. */
  maximumDelayMs?: number;
  /** Someone who asks us to wait longer gets no second try from here. Default 20,000. */
  maximumRetryAfterMs?: number;
}

/** Tries again while errors say that the same call may work later. Only for what costs nothing. */
export async function retry<T>(attempt: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 4, signal } = options;
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      const delayMs = delayBefore(error, tried, options);
      if (delayMs === null || tried >= attempts) throw error;
      await pause(delayMs, signal);
    }
  }
}

/** Null: not again. */
function delayBefore(error: unknown, tried: number, options: RetryOptions): number | null {
  if (!AiModelsError.isInstance(error) || !error.retryable || isAnswered(error)) return null;
  const { firstDelayMs = 500, maximumDelayMs = 8_000, maximumRetryAfterMs = 20_000 } = options;
  const asked = ProviderError.isInstance(error) ? error.retryAfterMs : undefined;
  if (asked !== undefined) return asked <= maximumRetryAfterMs ? asked : null;
  const full = Math.min(firstDelayMs * 2 ** (tried - 1), maximumDelayMs);
  // Many workers that failed together do not come back together.
  return full / 2 + Math.random() * (full / 2);
}

/** The same question gets the same answer, also where a new start may help (`retryable` speaks of the whole call). */
function isAnswered(error: AiModelsError): boolean {
  if (!ProviderError.isInstance(error) || error.status === undefined) return false;
  return error.status < 500 && ![408, 425, 429].includes(error.status);
}
