import {
  type BrandChoice,
  BrandConfigError,
  BrandRequiredError,
  getUserBrand,
  listUserBrands,
  TenantConfigError,
  type UserBrand,
  type UserBrandSummary,
} from '@act/tenant-config';
import type { SupabaseClient } from '@supabase/supabase-js';
import { isDeparting } from '../people/is-departing.ts';
import { findPerson, type Person } from '../sessions/find-person.ts';

/** Who looks at a page, and in which brand. */
export interface Viewer {
  readonly person: Person;
  readonly brand: UserBrand;
  /** All that they may switch to, by name. */
  readonly brands: readonly UserBrandSummary[];
}

/**
 * What is known about whoever asks: nobody, in no brand, in several without having chosen, in one whose settings cannot be
 * read, or a viewer.
 */
export type Visit =
  | { readonly state: 'signedOut' }
  | { readonly state: 'withoutBrand'; readonly person: Person }
  | { readonly state: 'undecided'; readonly person: Person; readonly choices: readonly BrandChoice[] }
  | {
      readonly state: 'closed';
      readonly person: Person;
      readonly brand: BrandChoice;
      /** All brands of this person, the closed one too. */
      readonly choices: readonly BrandChoice[];
      /** What is wrong with the settings, for whoever runs the storefront. */
      readonly reason: string;
    }
  | { readonly state: 'inside'; readonly viewer: Viewer };

export interface FindVisitOptions {
  session: SupabaseClient;
  /** The brand that was chosen before. */
  preferred: string | null;
  /** The host of the request. */
  host: string | null;
  /** The only brand that there is here, whichever others somebody is in; null where each may be opened. */
  only?: string | null;
}

export async function findVisit({ session, preferred, host, only = null }: FindVisitOptions): Promise<Visit> {
  const person = await findPerson(session);
  if (!person) return { state: 'signedOut' };
  try {
    const [brand, brands] = await Promise.all([
      getUserBrand(person.id, {
        supabase: session,
        ...(only === null ? { preferred, host } : { preferred: only }),
      }),
      listUserBrands(person.id, { supabase: session }),
    ]);
    const shown = only === null ? brands : brands.filter(({ id }) => id === only);
    return { state: 'inside', viewer: { person, brand, brands: shown } };
  } catch (error) {
    if (BrandRequiredError.isInstance(error) && only !== null) return { state: 'withoutBrand', person };
    if (BrandRequiredError.isInstance(error)) return { state: 'undecided', person, choices: error.choices };
    if (TenantConfigError.isInstance(error) && error.code === 'no_brand') {
      return (await isDeparting(session)) ? { state: 'signedOut' } : { state: 'withoutBrand', person };
    }
    if (TenantConfigError.isInstance(error) && error.code === 'not_signed_in') return { state: 'signedOut' };
    if (BrandConfigError.isInstance(error)) return findClosed(session, person, error);
    throw error;
  }
}

/** One brand with broken settings must not close all others, nor the way out. */
async function findClosed(
  session: SupabaseClient,
  person: Person,
  { brandId, message: reason }: BrandConfigError,
): Promise<Visit> {
  const choices = await listUserBrands(person.id, { supabase: session });
  const name = choices.find(({ id }) => id === brandId)?.name ?? brandId;
  return { state: 'closed', person, brand: { id: brandId, name }, choices, reason };
}
