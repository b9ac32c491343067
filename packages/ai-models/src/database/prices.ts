import type { AiModelsContext } from '../context.ts';
import { rowsOf } from './answer.ts';
import type { Tables } from './database.types.ts';

export type PriceRow = Tables<'provider_prices'>;

/** What GPU time costs, dearest first. */
export const listPrices = (
  { database }: Pick<AiModelsContext, 'database'>,
  { kind, modelType }: { kind: 'training' | 'generation'; modelType: string },
): Promise<PriceRow[]> =>
  rowsOf(
    database
      .from('provider_prices')
      .select('*')
      .eq('kind', kind)
      .eq('base_model', modelType)
      .order('usd_per_gpu_second', { ascending: false }),
  );
