/** Progress as it is shown: never backwards, never out of bounds, whatever arrives late. */
export const keepRising = (shown: number, arrived: number): number => {
  const bounded = Number.isFinite(arrived) ? Math.min(100, Math.max(0, arrived)) : 0;
  return Math.max(shown, bounded);
};

/** The last full ten, which is when a screen reader is told; null while nothing new is to be said. */
export const announcedStep = (before: number, now: number): number | null => {
  const step = Math.floor(now / 10) * 10;
  return step > Math.floor(before / 10) * 10 ? step : null;
};
