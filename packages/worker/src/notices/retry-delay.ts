/** Ten tries in about a day, the first ones soon. */
const delaysSeconds = [10, 60, 300, 900, 3_600, 7_200, 14_400, 28_800, 28_800];
const longestSeconds = 86_400;
const oldestMs = 2 * 86_400_000;

export interface RetryQuestion {
  /** How often it was tried, this time counted. */
  readonly attempts: number;
  /** How old the notice is. */
  readonly ageMs: number;
  /** What the other side asked for. */
  readonly retryAfterSeconds: number | null;
  readonly random: () => number;
}

/** How long to wait before the next try; null where there is none. Spread, so that what failed together is not back together. */
export function toRetryDelay({ attempts, ageMs, retryAfterSeconds, random }: RetryQuestion): number | null {
  const usual = delaysSeconds[attempts - 1];
  if (usual === undefined || ageMs > oldestMs) return null;
  const spread = usual * (0.8 + random() * 0.4);
  // Nobody is asked sooner than they said.
  return Math.min(longestSeconds, Math.ceil(Math.max(spread, retryAfterSeconds ?? 0)));
}
