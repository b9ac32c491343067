import type { SupabaseClient } from '@supabase/supabase-js';

/**
 * Whether this person deleted their account, which goes as soon as nothing of theirs runs any more. They belong to no brand
 * from the first moment on, so only people without one need to be asked about.
 */
export async function isDeparting(session: SupabaseClient): Promise<boolean> {
  const { data } = await session.rpc('is_departing');
  return data === true;
}
