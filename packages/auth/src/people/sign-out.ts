import type { SupabaseClient } from '@supabase/supabase-js';

/** Ends this session, or every session of this person. The cookies go even where the auth server does not answer. */
export async function signOut(
  session: SupabaseClient,
  { everywhere }: { everywhere: boolean },
): Promise<void> {
  const { error } = await session.auth.signOut({ scope: everywhere ? 'global' : 'local' });
  if (error && everywhere) await session.auth.signOut({ scope: 'local' });
}
