/** A ratio with as many places as say something: `1.2×`, `68×`. */
export const formatRatio = (ratio: number | null): string =>
  ratio === null ? '–' : `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}×`;

/** Milliseconds, likewise. */
export const formatMs = (ms: number): string => (ms < 10 ? ms.toFixed(2) : String(Math.round(ms)));
