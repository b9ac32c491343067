import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { personClaims, signToken, systemClaims } from '../access/sign-token.ts';
import type { DemoPerson } from '../database/demo-people.ts';
import type { StackSecrets } from '../home/secrets.ts';

/** How the demo's people and brands speak to the stack. */
export interface DemoAccess {
  as(person: DemoPerson): Promise<SupabaseClient>;
  asSystemOf(brandId: string): Promise<SupabaseClient>;
}

export function createDemoAccess(url: string, { publishableKey, jwtSecret }: StackSecrets): DemoAccess {
  const open = async (claims: Record<string, unknown>) => {
    const token = await signToken({ jwtSecret, claims });
    return createClient(url, publishableKey, { accessToken: async () => token });
  };
  return {
    as: (person) => open(personClaims(person)),
    asSystemOf: (brandId) => open(systemClaims(brandId)),
  };
}
