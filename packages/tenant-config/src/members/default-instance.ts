import type { BrandPreference } from '../brands/choose-brand.ts';
import { TenantConfigError } from '../errors/index.ts';
import type { BrandDatabase, BrandSession } from './brand-database.ts';

type Answer<Value> = Value | null | undefined | PromiseLike<Value | null | undefined>;

/** Where calls without a client find theirs. Each is asked at every call, and what it answers is never kept. */
export interface TenantConfigOptions {
  /** The client of whoever is asking right now; null when nobody is signed in. */
  getSupabase(): Answer<BrandSession>;
  /** The id of that person, for clients whose `auth` cannot tell. Default: the client is asked. */
  getUserId?(): Answer<string>;
  /** The brand that they chose before, such as from a cookie. Default: none. */
  getPreferredBrand?(): Answer<string>;
  /** The host of the request. Default: none. */
  getHost?(): Answer<string>;
}

/** Whose client, and what it says about the brand. */
export interface ResolvedCaller extends BrandPreference {
  supabase: BrandDatabase;
}

// Bundlers and ESM beside CJS load several copies of this file; they have to share what the app has configured.
const slot = Symbol.for('act.tenant-config.default');
const shared: typeof globalThis & { [slot]?: TenantConfigOptions | undefined } = globalThis;

/**
 * Lets `getUserBrand(userId)` and `getBrandFromUser()` work without further arguments; the last call counts, and null
 * takes it back.
 */
export function configureTenantConfig(options: TenantConfigOptions | null): void {
  shared[slot] = options ?? undefined;
}

/** What the app has configured; throws `not_configured`. */
export function getDefaults(): TenantConfigOptions {
  const options = shared[slot];
  if (options) return options;
  throw new TenantConfigError({
    code: 'not_configured',
    message:
      'Nobody has said whose session this is. Pass `supabase`, or call configureTenantConfig({ getSupabase }) once when the app starts.',
  });
}

/** The configured client of this very moment; throws `not_signed_in` when there is none. */
export async function getDefaultSession(): Promise<BrandSession> {
  const supabase = await getDefaults().getSupabase();
  if (supabase) return supabase;
  throw new TenantConfigError({
    code: 'not_signed_in',
    message: 'Nobody is signed in: getSupabase() gave no client. Sign in first.',
  });
}

/** What the app has configured to decide between brands; what the call itself says comes first. */
export async function getDefaultPreference({ preferred, host }: BrandPreference): Promise<BrandPreference> {
  const defaults = getDefaults();
  return {
    preferred: preferred ?? (await defaults.getPreferredBrand?.()),
    host: host ?? (await defaults.getHost?.()),
  };
}

/** With a client of its own, a call takes nothing from what is configured. */
export async function resolveCaller({
  supabase,
  preferred,
  host,
}: BrandPreference & { supabase?: BrandDatabase }): Promise<ResolvedCaller> {
  if (supabase) return { supabase, preferred, host };
  return { supabase: await getDefaultSession(), ...(await getDefaultPreference({ preferred, host })) };
}
