import { demoPeople, type TestStack } from '@act/local-stack/testing';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';

/** A client as a storefront has it: with the session of somebody who signed in. */
export async function signIn(stack: TestStack, person: keyof typeof demoPeople): Promise<SupabaseClient> {
  const client = createVisitor(stack);
  const { email } = demoPeople[person];
  const { error } = await client.auth.signInWithPassword({ email, password: stack.secrets.demoPassword });
  if (error) throw error;
  return client;
}

/** A client of somebody who has not signed in. */
export function createVisitor(stack: TestStack): SupabaseClient {
  return createClient(stack.url, stack.secrets.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: (input, init) => stack.fetch(new Request(input, init)) },
  });
}
