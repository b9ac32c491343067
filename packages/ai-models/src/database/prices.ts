import type { AiModelsContext } from '../context.ts';
import { rowsOf } from './answer.ts';
import type { Tables } from './database.types.ts';

/** What time on a machine costs and how much of it work takes, as its row has it. */
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
