import type { BrandPreference } from '../brands/choose-brand.ts';
import { TenantConfigError } from '../errors/index.ts';
import type { BrandSession, PersonAccess } from './brand-database.ts';
import { getDefaultPreference, getDefaultSession, getDefaults } from './default-instance.ts';
import { readUserBrand, type UserBrand } from './user-brands.ts';

export interface GetBrandFromUserOptions extends BrandPreference {
  /** The caller's own client, which knows who is signed in. Left out, the one of {@link configureTenantConfig}. */
  supabase?: BrandSession;
  /** Instead of `supabase`: a client together with the person it acts for. */
  access?: PersonAccess;
  /** Gives up waiting. */
  signal?: AbortSignal;
}

/**
 * The brand of whoever is signed in: the only one, or the one that host or preference name. Throws `not_signed_in`,
 * `no_brand`, {@link BrandRequiredError} with the choices, or {@link BrandConfigError}.
 */
export async function getBrandFromUser(options: GetBrandFromUserOptions = {}): Promise<UserBrand> {
  const { access, supabase, preferred, host, signal } = options;
  signal?.throwIfAborted();
  if (access) {
    const userId = requireUser(await access.getUserId());
    return readUserBrand(userId, { supabase: access.supabase, preferred, host }, signal);
  }
  if (supabase) return readUserBrand(await askWho(supabase), { supabase, preferred, host }, signal);

  const session = await getDefaultSession();
  const { getUserId } = getDefaults();
  const userId = getUserId ? requireUser(await getUserId()) : await askWho(session);
  return readUserBrand(
    userId,
    { supabase: session, ...(await getDefaultPreference({ preferred, host })) },
    signal,
  );
}

/** Asks the auth server: what a cookie says about itself is no proof. */
async function askWho(supabase: BrandSession): Promise<string> {
  const { data, error } = await getUser(supabase);
  const status = error?.status ?? 401;
  if (status === 0 || status === 429 || status >= 500) throw unreadable(error, true);
  return requireUser(error ? null : data.user?.id, error);
}

async function getUser(supabase: BrandSession) {
  try {
    return await supabase.auth.getUser();
  } catch (cause) {
    throw unreadable(cause, false);
  }
}

function requireUser(userId: string | null | undefined, cause?: unknown): string {
  if (userId) return userId;
  throw new TenantConfigError({
    code: 'not_signed_in',
    message: 'Nobody is signed in, or the session is over. Sign in first.',
    cause: cause ?? undefined,
  });
}

function unreadable(cause: unknown, retryable: boolean): TenantConfigError {
  const remedy = retryable
    ? 'Try again in a moment.'
    : 'A client made with the option `accessToken` cannot tell: pass `access` with `getUserId`, or configure it.';
  return new TenantConfigError({
    code: 'user_unreadable',
    message: `The auth server did not say who is signed in. ${remedy}`,
    retryable,
    cause,
  });
}
