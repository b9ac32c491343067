/**
 * Exponential smoothing run forwards and backwards, so that the curve does not lag behind its points.
 * Gaps (null) stay gaps. `strength` from 0, nothing, to below 1.
 */
export const smooth = (values: readonly (number | null)[], strength: number): (number | null)[] => {
  const bounded = Math.min(0.99, Math.max(0, strength));
  if (bounded === 0) return [...values];
  return pass(pass(values, bounded).reverse(), bounded).reverse();
};

const pass = (values: readonly (number | null)[], strength: number) => {
  let level: number | null = null;
  return values.map((value) => {
    if (value === null) return null;
    level = level === null ? value : level * strength + value * (1 - strength);
    return level;
  });
};
