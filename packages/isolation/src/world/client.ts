import { signToken, type TestStack } from '@act/local-stack/testing';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Actor } from '../actors/actors.ts';

/** The real supabase-js, as somebody: with a token that was signed for them, or with a key alone. */
export async function clientFor(stack: TestStack, actor: Actor): Promise<SupabaseClient> {
  const { publishableKey, secretKey } = stack.secrets;
  if (actor.databaseRole === 'service_role') return clientWith(stack, secretKey, null);
  if (actor.databaseRole === 'anon') return clientWith(stack, publishableKey, null);
  return clientWith(stack, publishableKey, await tokenFor(stack, actor));
}

/** The real supabase-js with any key and any token. */
export function clientWith(stack: TestStack, key: string, token: string | null): SupabaseClient {
  return createClient(stack.url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    ...(token && { accessToken: async () => token }),
    global: { fetch: (input, init) => stack.fetch(new Request(input, init)) },
  });
}

/** A token with what the actor claims, expiry included. */
export function tokenFor({ secrets: { jwtSecret } }: TestStack, { claims }: Actor): Promise<string> {
  const { exp, ...rest } = claims;
  const now = Math.floor(Date.now() / 1000);
  return signToken({ jwtSecret, claims: rest, expiresInSeconds: typeof exp === 'number' ? exp - now : 300 });
}
