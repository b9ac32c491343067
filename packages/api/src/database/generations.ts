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

/** Deletes one picture of a generation that has ended; the others stay. @throws AiModelsError 404, 409 or 403 */
export async function removeImage({ database, brandId }: InBrand, id: string): Promise<void> {
  const images = () => database.from('generation_images');
  const wanted = images().select('generation_id').eq('brand_id', brandId).eq('id', id);
  const image = await read(wanted.maybeSingle(), z.object({ generation_id: z.string() }).nullable());
  if (!image) throw notThere(brandId, id);
  const generation = database.from('generations').select('status').eq('brand_id', brandId);
  const { status } = await read(
    generation.eq('id', image.generation_id).single(),
    z.object({ status: z.string() }),
  );
  requireEnded(status);
  const query = images().delete().eq('brand_id', brandId).eq('id', id).select('id');
  if ((await read(query, ids)).length === 0) throw mayNotDelete('picture');
}

/** Until then the engine would put back what is missing. @throws AiModelsError 409 */
export function requireEnded(status: string): void {
  if (['completed', 'failed', 'cancelled'].includes(status)) return;
  throw new AiModelsError({
    code: 'conflict',
    message: 'These pictures are still being made.',
    hint: 'Cancel them, and delete them when that has ended.',
  });
}

export const mayNotDelete = (what: 'generation' | 'picture') =>
  new AiModelsError({
    code: 'not_allowed',
    message: `You may not delete this ${what}.`,
    hint: 'Whoever asked for it and the admins of the brand may.',
  });

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
