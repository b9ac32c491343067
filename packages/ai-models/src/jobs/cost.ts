import type { AiModelsContext } from '../context.ts';
import { listPrices } from '../database/prices.ts';
import type { ProviderId } from '../providers/run.ts';
import type { ModelType } from '../training/model-type.ts';

export interface CostQuestion {
  readonly kind: 'training' | 'generation';
  readonly modelType: ModelType;
  readonly provider: ProviderId;
  readonly gpuSeconds: number;
}

/** What a run has cost, by the table of prices; null where it has none for this provider. */
export async function costOf(
  context: Pick<AiModelsContext, 'database'>,
  { kind, modelType, provider, gpuSeconds }: CostQuestion,
): Promise<number | null> {
  const prices = await listPrices(context, { kind, modelType });
  const price = prices.find((row) => row.provider === provider);
  return price ? Math.round(price.usd_per_gpu_second * gpuSeconds * 10_000) / 10_000 : null;
}
