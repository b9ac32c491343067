import type { SupabaseClient } from '@supabase/supabase-js';

/** The caller's tables, and the brand that is meant. */
export interface InBrand {
  readonly database: SupabaseClient;
  readonly brandId: string;
}
