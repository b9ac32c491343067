import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { type AuthSettings, loadAuthSettings } from '../load-setting.ts';

/** A client without a session, for what somebody asks who is not signed in. */
export function createVisitor(
  settings: Pick<AuthSettings, 'url' | 'publishableKey'> = loadAuthSettings(),
  fetch?: typeof globalThis.fetch,
): SupabaseClient {
  return createClient(settings.url, settings.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    ...(fetch && { global: { fetch } }),
  });
}
