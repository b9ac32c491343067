import { AiModelsError } from '@act/ai-models';
import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

const ids = z.array(z.object({ id: z.string() }));

/** Deletes a generation with its pictures. False where the caller may not. */
export async function removeGeneration({ database, brandId }: InBrand, id: string): Promise<boolean> {
  const query = database.from('generations').delete().eq('brand_id', brandId).eq('id', id).select('id');
  return (await read(query, ids)).length > 0;
}

export interface ImageChanges {
  readonly rating?: number | null | undefined;
  readonly isStarred?: boolean | undefined;
}

const imageRow = z.object({
  id: z.string(),
  generation_id: z.string(),
  rating: z.number().nullable(),
  is_starred: z.boolean(),
});

/** What members say of a picture. @throws AiModelsError 404 or 403 */
export async function changeImage({ database, brandId }: InBrand, id: string, changes: ImageChanges) {
  const { rating, isStarred } = changes;
  const columns = {
    ...(rating !== undefined && { rating }),
    ...(isStarred !== undefined && { is_starred: isStarred }),
  };
  const found = () => database.from('generation_images');
  const query = found().update(columns).eq('brand_id', brandId).eq('id', id);
  const row = await read(query.select('*').maybeSingle(), imageRow.nullable());
  if (row) return row;
  const seen = await read(found().select('id').eq('brand_id', brandId).eq('id', id), ids);
  throw seen.length > 0 ? mayNotRate() : notThere(brandId, id);
}

const mayNotRate = () =>
  new AiModelsError({
    code: 'not_allowed',
    message: 'You may not rate this picture.',
    hint: 'Members and admins of the brand may.',
  });

const notThere = (brandId: string, id: string) =>
  new AiModelsError({
    code: 'file_not_found',
    message: `Brand ${brandId} has no generated picture ${id} for you.`,
    hint: 'List the generations of the brand.',
  });
