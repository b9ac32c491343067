import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../failures/is-passing.ts';

const delaysMs = { first: 250, most: 5_000 };

/** Opens something that may be away now, as often as it takes. What will not pass is thrown. */
export async function untilThere<T>(
  open: () => Promise<T>,
  { signal, onAway }: { signal: AbortSignal; onAway: (error: unknown) => void },
): Promise<T> {
  for (let delayMs = delaysMs.first; ; delayMs = Math.min(delaysMs.most, delayMs * 2)) {
    signal.throwIfAborted();
    try {
      return await open();
    } catch (error) {
      if (!isPassing(error)) throw error;
      onAway(error);
    }
    await pause(delayMs, undefined, { signal });
  }
}
