import { findBrandByHost } from '@act/tenant-config';
import type { SupabaseClient } from '@supabase/supabase-js';
import { type CallerBrand, listBrands } from './list-brands.ts';

/** What a person's brands were a moment ago. Only for choosing one of them: what they may do there, the database says. */
export interface BrandMemory {
  /** The brands, at most a minute old. */
  recall(userId: string, database: () => SupabaseClient): Promise<readonly CallerBrand[]>;
  /** The brands as they are now. */
  look(userId: string, database: () => SupabaseClient): Promise<readonly CallerBrand[]>;
}

const rememberedForMs = 60_000;
const maximumPeople = 10_000;

export function createBrandMemory(now: () => Date): BrandMemory {
  const known = new Map<string, { brands: readonly CallerBrand[]; until: number }>();
  const look: BrandMemory['look'] = async (userId, database) => {
    const brands = await listBrands(database(), userId);
    const [oldest] = known.keys();
    if (known.size >= maximumPeople && oldest !== undefined) known.delete(oldest);
    known.delete(userId);
    known.set(userId, { brands, until: now().getTime() + rememberedForMs });
    return brands;
  };
  return {
    look,
    recall: async (userId, database) => {
      const before = known.get(userId);
      return before && before.until > now().getTime() ? before.brands : look(userId, database);
    },
  };
}

/** The brand whose own host this is, of those that the person is in. */
export const brandOfHost = (host: string | null, brands: readonly CallerBrand[]): string | null =>
  findBrandByHost(host, brands)?.id ?? null;
