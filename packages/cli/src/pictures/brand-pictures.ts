import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  sha256: z.string().nullable(),
  status: z.enum(['received', 'ready', 'rejected']),
  rejection_reason: z.string().nullable(),
});

/** A picture of the brand, as the caller sees it. */
export type BrandPicture = z.output<typeof rowSchema>;

const atOnce = 100;

/** Those of these pictures that are there, by id. */
export const findPicturesById = (database: SupabaseClient, brandId: string, ids: readonly string[]) =>
  findPictures(database, brandId, 'id', ids);

/** Those that came with exactly these bytes. */
export const findPicturesByHash = (database: SupabaseClient, brandId: string, hashes: readonly string[]) =>
  findPictures(database, brandId, 'sha256', hashes);

async function findPictures(
  database: SupabaseClient,
  brandId: string,
  column: 'id' | 'sha256',
  values: readonly string[],
): Promise<BrandPicture[]> {
  const found: BrandPicture[] = [];
  for (let start = 0; start < values.length; start += atOnce) {
    const { data, error } = await database
      .from('brand_assets')
      .select('id, name, sha256, status, rejection_reason')
      .eq('brand_id', brandId)
      .in(column, values.slice(start, start + atOnce));
    if (error) throw unreadable(error.message);
    found.push(...z.array(rowSchema).parse(data));
  }
  return found;
}

const unreadable = (message: string) =>
  new CliError({
    code: 'database_failed',
    message: `The pictures of the brand cannot be read: ${message}`,
    hint: 'Try again in a moment.',
    exitCode: exitCodes.unreachable,
  });
