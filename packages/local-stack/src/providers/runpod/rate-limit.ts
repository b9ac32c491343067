import type { SimulatedClock } from '../time/simulated-clock.ts';
import { problems } from './api-problem.ts';

const windowMs = 10_000;

/** Requests to one endpoint in ten simulated seconds. */
export interface RateLimits {
  run: number;
  runsync: number;
  /** Looking and streaming. */
  status: number;
  cancel: number;
  purge: number;
}

/** Without the part that grows with an endpoint's workers. */
export const usualRateLimits: RateLimits = { run: 1000, runsync: 2000, status: 2000, cancel: 100, purge: 2 };

/** Counts requests; one too many throws the 429. */
export type CountRequest = (endpointId: string, what: keyof RateLimits) => void;

export function createRateLimiter(clock: SimulatedClock, limits: RateLimits): CountRequest {
  const windows = new Map<string, { fromMs: number; count: number }>();
  return (endpointId, what) => {
    const name = `${endpointId} ${what}`;
    const nowMs = clock.elapsedMs();
    const window = windows.get(name);
    if (!window || nowMs - window.fromMs >= windowMs) {
      return void windows.set(name, { fromMs: nowMs, count: 1 });
    }
    window.count += 1;
    if (window.count > limits[what]) throw problems.throttled();
  };
}
