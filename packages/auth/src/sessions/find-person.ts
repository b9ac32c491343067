import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { AuthUnavailableError } from './auth-unavailable-error.ts';

/** Whoever is signed in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  /** As they chose it; null when they have not. */
  readonly language: string | null;
}

const metadataSchema = z.object({ language: z.string().nullish() }).catch({});

/** Asks the auth server who this is: what a cookie says about itself is no proof, and a session may have been ended. */
export async function findPerson(session: SupabaseClient): Promise<Person | null> {
  const { data, error } = await session.auth.getUser();
  const status = error?.status ?? 400;
  if (error && (status === 0 || status === 429 || status >= 500)) throw new AuthUnavailableError(error);
  if (error || !data.user) return null;
  const { language } = metadataSchema.parse(data.user.user_metadata);
  return { id: data.user.id, email: data.user.email ?? '', language: language ?? null };
}
