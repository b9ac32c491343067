import type { SimulatedClock } from '../../time/simulated-clock.ts';
import { problems } from './api-problem.ts';

export interface RateLimits {
  /** Predictions that may be created in a simulated minute. Default 600, as at Replicate. */
  predictionsPerMinute: number;
  /** Everything else, trainings included. Default 3,000. */
  othersPerMinute: number;
}

export const usualRateLimits: RateLimits = { predictionsPerMinute: 600, othersPerMinute: 3_000 };

/** What an account with little credit may create. */
const lowCreditPerMinute = 6;

export interface RateLimiter {
  /** Counts one request, or throws the 429. */
  count(account: { username: string; credit: 'good' | 'low' | 'none' }, what: 'prediction' | 'other'): void;
}

/** Buckets that fill up in simulated time. */
export function createRateLimiter(clock: SimulatedClock, limits: RateLimits): RateLimiter {
  const buckets = new Map<string, { tokens: number; atMs: number }>();

  const take = (name: string, perMinute: number, capacity: number): void => {
    const before = buckets.get(name) ?? { tokens: capacity, atMs: clock.elapsedMs() };
    const atMs = clock.elapsedMs();
    const tokens = Math.min(capacity, before.tokens + ((atMs - before.atMs) / 60_000) * perMinute);
    buckets.set(name, { tokens: tokens < 1 ? tokens : tokens - 1, atMs });
    if (tokens >= 1) return;
    const simulatedSeconds = ((1 - tokens) / perMinute) * 60;
    // A caller waits on the wall.
    throw problems.throttled(Math.max(Math.ceil(simulatedSeconds / clock.speed()), 1), name);
  };

  return {
    count({ username, credit }, what) {
      if (what === 'prediction' && credit === 'low') {
        return take(`creating predictions by ${username}`, lowCreditPerMinute, 1);
      }
      const perMinute = what === 'prediction' ? limits.predictionsPerMinute : limits.othersPerMinute;
      take(
        `${what === 'prediction' ? 'creating predictions' : 'this endpoint'} by ${username}`,
        perMinute,
        perMinute,
      );
    },
  };
}
