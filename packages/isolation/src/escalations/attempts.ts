import type { Attempt } from '../world/session.ts';

/** Adds a row with these columns. */
export const insertInto = (table: string, values: Record<string, string>): Attempt => ({
  sql: `insert into public.${table} (${Object.keys(values).join(', ')})
        values (${Object.keys(values).map((_, index) => `$${index + 1}`)})`,
  values: Object.values(values),
});

/** Asks for a training of a brand with these pictures. */
export const askForTraining = (
  brandId: string,
  assets: string[],
  more: Record<string, string> = {},
): Attempt =>
  insertInto('lora_training_jobs', {
    brand_id: brandId,
    name: 'Wish',
    model_type: 'flux',
    subject_kind: 'product',
    training_asset_ids: `{${assets.join(',')}}`,
    ...more,
  });
