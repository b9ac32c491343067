import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';

const rowSchema = z.object({ language: z.string().nullish() }).nullish();

/** As the brand's row has it. Its settings as they are parsed have one in any case, and would hide what a browser asks. */
export async function readBrandLanguage(session: SupabaseClient, brandId: string): Promise<string | null> {
  const { data } = await session
    .from('brands')
    .select('language:settings->>language')
    .eq('id', brandId)
    .maybeSingle();
  return rowSchema.parse(data)?.language ?? null;
}
