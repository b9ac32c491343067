import { toDatabaseError } from '@act/ai-models/schemas';
import { brandIdSchema } from '@act/tenant-config';
import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { type Role, roles } from '../database/members.ts';

/** A brand that a person is in, with what decides between several. */
export interface CallerBrand {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly settings: {
    readonly hosts: readonly string[];
    /** Its own fields of a training, as they were written. */
    readonly metadata: readonly unknown[];
  };
}

/** Lenient: a brand whose hosts are broken has none, and one that has just gone comes as null. */
const rowsSchema = z.array(
  z.object({
    role: z.enum(roles),
    brand: z
      .object({
        id: brandIdSchema,
        name: z.string(),
        settings: z
          .object({
            hosts: z.array(z.string()).catch([]).default([]),
            metadata: z.array(z.unknown()).catch([]).default([]),
          })
          .catch({ hosts: [], metadata: [] }),
      })
      .nullish(),
  }),
);

/** The brands that a person is in, by name. */
export async function listBrands(database: SupabaseClient, userId: string): Promise<CallerBrand[]> {
  const { data, error, status } = await database
    .from('brand_users')
    // Named by its key: other tables lead from people to brands too.
    .select('role, brand:brands!brand_users_brand_id_fkey (id, name, settings)')
    .eq('user_id', userId)
    .limit(1000);
  if (error) throw toDatabaseError(error, status);
  return rowsSchema
    .parse(data)
    .flatMap(({ role, brand }) => (brand ? { ...brand, role } : []))
    .sort((one, other) => one.name.localeCompare(other.name, 'en') || one.id.localeCompare(other.id, 'en'));
}
