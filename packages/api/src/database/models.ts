import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

/** The id of the model that came of a training, the newest of several; null where there is none for this caller. */
export async function findModelIdOfJob(
  { database, brandId }: InBrand,
  jobId: string,
): Promise<string | null> {
  const query = database
    .from('brand_models')
    .select('id')
    .eq('brand_id', brandId)
    .eq('job_id', jobId)
    .order('created_at', { ascending: false })
    .order('id')
    .limit(1)
    .maybeSingle();
  const row = await read(query, z.object({ id: z.string() }).nullable());
  return row?.id ?? null;
}
