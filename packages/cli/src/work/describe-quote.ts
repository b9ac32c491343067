import type { TrainingQuote } from '@act/ai-models';
import { toDuration, toUsd } from '../output/words.ts';

type Estimate = Pick<
  TrainingQuote,
  'provider' | 'hardware' | 'estimatedSeconds' | 'estimatedCostUsd' | 'range' | 'basis' | 'samples'
>;

/** What work is expected to take, in two lines. */
export function describeQuote(quote: Estimate): string[] {
  const { provider, hardware, estimatedSeconds, estimatedCostUsd, range, basis, samples } = quote;
  return [
    `About ${toUsd(estimatedCostUsd)} (${toUsd(range.leastUsd)} to ${toUsd(range.mostUsd)}) and ${toDuration(estimatedSeconds)} on ${hardware} at ${provider},`,
    basis === 'history'
      ? `as ${samples} such runs of this brand really took.`
      : 'by the table of prices; waiting for a machine comes before.',
  ];
}
