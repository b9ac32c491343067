import { z } from 'zod';
import type { BrandDatabase, BrandScope } from '../context.ts';
import { rowsOf } from './answer.ts';

const mineSchema = z.object({
  pictures: z.number(),
  trainings: z.number(),
  models: z.number(),
  generations: z.number(),
  documents: z.number(),
  memberships: z.number(),
  files: z.number(),
  running: z.number(),
});

/** How much of what was deleted with a person. */
export type DeletedRows = z.output<typeof mineSchema>;

/** Deletes what is private to the caller. */
export async function deleteMyRows(database: BrandDatabase): Promise<DeletedRows> {
  return mineSchema.parse(await rowsOf(database.rpc('delete_my_data')));
}

const picturesSchema = z.object({
  deleted: z.array(z.string()),
  models: z.array(z.object({ id: z.string(), slug: z.string() })),
  archives: z.number(),
  files: z.number(),
});

/** What went with some pictures. */
export type DeletedPictures = z.output<typeof picturesSchema>;

/** Deletes those of these pictures that the caller may delete. */
export async function deletePictureRows(
  { database, brandId }: BrandScope,
  assetIds: readonly string[],
): Promise<DeletedPictures> {
  return picturesSchema.parse(
    await rowsOf(database.rpc('delete_assets', { brand_id: brandId, asset_ids: [...assetIds] })),
  );
}
