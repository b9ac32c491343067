/** So many requests in a minute, all at once or spread. */
export interface RateLimit {
  readonly name: string;
  readonly perMinute: number;
}

export interface RateVerdict {
  readonly isAllowed: boolean;
  readonly remaining: number;
  /** Until there is room again; 0 where there is. */
  readonly retryAfterSeconds: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** At most so many callers are remembered; whoever was not here for longest is forgotten. */
const maximumBuckets = 50_000;

/** Counts requests in this process: several processes allow as many times more. */
export function createRateLimiter({ perMinute }: RateLimit, now: () => Date) {
  const buckets = new Map<string, Bucket>();
  return {
    take(key: string): RateVerdict {
      const at = now().getTime();
      const before = buckets.get(key) ?? { tokens: perMinute, at };
      const tokens = Math.min(perMinute, before.tokens + ((at - before.at) / 60_000) * perMinute);
      const isAllowed = tokens >= 1;
      const left = isAllowed ? tokens - 1 : tokens;
      // Put behind all others, so that the first one is the oldest.
      buckets.delete(key);
      buckets.set(key, { tokens: left, at });
      const [oldest] = buckets.keys();
      if (buckets.size > maximumBuckets && oldest !== undefined) buckets.delete(oldest);
      const retryAfterSeconds = isAllowed ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60);
      return { isAllowed, remaining: Math.floor(left), retryAfterSeconds };
    },
  };
}

export type RateLimiter = ReturnType<typeof createRateLimiter>;
