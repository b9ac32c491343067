import { randomBytes } from 'node:crypto';
import type { Endpoint } from '../endpoints.ts';

/** A machine that runs one job after another. */
export interface Worker {
  readonly id: string;
  isBusy: boolean;
  /** Until when, by the simulated clock, it needs no cold start. */
  warmUntilMs: number;
}

const coldStartMs = 12_000;
const warmStartMs = 400;
/** How long an idle worker is kept. */
const idleTimeoutMs = 5_000;

/** An endpoint's workers. */
export function createWorkers({ maxWorkers }: Pick<Endpoint, 'maxWorkers'>) {
  const workers = Array.from(
    { length: maxWorkers },
    (): Worker => ({ id: randomBytes(7).toString('hex'), isBusy: false, warmUntilMs: 0 }),
  );
  return {
    /** Who would take the next job, warm ones first; null while all are busy. */
    take(): Worker | null {
      const [free] = workers
        .filter(({ isBusy }) => !isBusy)
        .toSorted((one, other) => other.warmUntilMs - one.warmUntilMs);
      if (free) free.isBusy = true;
      return free ?? null;
    },
    release(worker: Worker, nowMs: number): void {
      worker.isBusy = false;
      worker.warmUntilMs = nowMs + idleTimeoutMs;
    },
    startDelayMs: ({ warmUntilMs }: Worker, nowMs: number) =>
      nowMs < warmUntilMs ? warmStartMs : coldStartMs,
    count(nowMs: number) {
      const running = workers.filter(({ isBusy }) => isBusy).length;
      const idle = workers.filter(({ isBusy, warmUntilMs }) => !isBusy && nowMs < warmUntilMs).length;
      return { idle, running, initializing: 0, ready: idle, throttled: 0 };
    },
  };
}
