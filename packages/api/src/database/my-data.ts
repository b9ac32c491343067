import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { read } from './read.ts';

/** As the database counts what is private to a person. */
export const countsRow = z.object({
  pictures: z.number(),
  trainings: z.number(),
  models: z.number(),
  generations: z.number(),
  documents: z.number(),
  memberships: z.number(),
  running: z.number(),
});

/** How much would go with the caller's account. */
export const countMyData = (database: SupabaseClient): Promise<z.output<typeof countsRow>> =>
  read(database.rpc('count_my_data').single(), countsRow);
