import { languages } from '@act/tenant-config';
import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';

export const languageSchema = z.enum(languages);

/** Keeps a language with the person, for every browser and for mail. */
export async function changeLanguage(session: SupabaseClient, language: string): Promise<void> {
  await session.auth.updateUser({ data: { language } });
}
