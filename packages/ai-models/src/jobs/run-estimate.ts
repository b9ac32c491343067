import type { PriceRow } from '../database/prices.ts';

/** What a run is expected to take. */
export interface RunEstimate {
  /** Who is expected to do it, such as `replicate`. */
  readonly provider: string;
  /** The machine that it is expected to run on. */
  readonly hardware: string;
  /** On the machine; waiting for it comes before. */
  readonly estimatedSeconds: number;
  /** In US dollars. */
  readonly estimatedCostUsd: number;
  /** What it may be, if things go well or badly. */
  readonly range: { readonly leastUsd: number; readonly mostUsd: number };
  /** `history`: corrected by what such runs of this brand really took. */
  readonly basis: 'table' | 'history';
  /** How many runs the correction comes from. */
  readonly samples: number;
}

/** One that went badly is no rule. */
const fewestSamples = 3;

export interface EstimateOptions {
  /** Steps of a training, pictures of a generation. */
  readonly units: number;
  /** How much longer or shorter than the table says such runs took. */
  readonly ratios: readonly number[];
  /** What the amounts are rounded to: 0.01 for whole cents. */
  readonly toUsd: number;
}

/** What a run will take and cost: by the table of prices, corrected once enough such runs are known. */
export function estimateRun(price: PriceRow, { units, ratios, toUsd }: EstimateOptions): RunEstimate {
  const isKnown = ratios.length >= fewestSamples;
  const seconds = gpuSecondsFor(price, units) * (isKnown ? median(ratios) : 1);
  const usd = seconds * price.usd_per_gpu_second;
  const perUsd = Math.round(1 / toUsd);
  const round = (amount: number) => Math.round(amount * perUsd) / perUsd;
  return {
    provider: price.provider,
    hardware: price.hardware,
    estimatedSeconds: Math.round(seconds),
    estimatedCostUsd: round(usd),
    range: { leastUsd: round(usd * 0.7), mostUsd: round(usd * 1.5) },
    basis: isKnown ? 'history' : 'table',
    samples: ratios.length,
  };
}

/** What the table says of a run of so many steps or pictures. */
export const gpuSecondsFor = (price: PriceRow, units: number): number =>
  price.fixed_seconds + price.seconds_per_unit * units;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 1)
    : ((sorted[middle - 1] ?? 1) + (sorted[middle] ?? 1)) / 2;
}
