import type { ScheduledWork, SimulatedClock } from '../../time/simulated-clock.ts';

/** Waits for so many simulated ms; rejects when the work is stopped. `Infinity` waits for that alone. */
export type Sleep = (ms: number) => Promise<void>;

export interface Paced {
  clock: Pick<SimulatedClock, 'schedule'>;
  signal: AbortSignal;
}

/**
 * Lets work go on between waits on a simulated clock. The promise it gives, and that of each waking, settle when the work
 * rests again or is over, so that a clock that is advanced by hand does not run ahead of it.
 */
export function startPaced({ clock, signal }: Paced, work: (sleep: Sleep) => Promise<void>): Promise<void> {
  let atRest = Promise.withResolvers<void>();
  const wake =
    (resume: () => void): ScheduledWork =>
    () => {
      atRest = Promise.withResolvers<void>();
      resume();
      return atRest.promise;
    };
  const sleep: Sleep = (ms) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waking = ms === Number.POSITIVE_INFINITY ? null : clock.schedule(ms, wake(resolve));
    const stop = () => {
      waking?.cancel();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    atRest.resolve();
    return promise.finally(() => signal.removeEventListener('abort', stop));
  };
  void work(sleep).finally(() => atRest.resolve());
  return atRest.promise;
}
