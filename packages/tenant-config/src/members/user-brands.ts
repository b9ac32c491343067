import type { BrandId } from '../brands/brand-id.ts';
import { type BrandPreference, chooseBrand } from '../brands/choose-brand.ts';
import { type BrandSettings, parseBrandSettings } from '../settings/brand-settings.ts';
import { hostsSchema } from '../settings/host-name.ts';
import type { BrandDatabase } from './brand-database.ts';
import { type ResolvedCaller, resolveCaller } from './default-instance.ts';
import { type BrandRole, type Membership, readMemberships } from './read-memberships.ts';

/** The brand in which somebody works. */
export interface UserBrand {
  readonly id: BrandId;
  readonly name: string;
  /** What the person may do there. */
  readonly role: BrandRole;
  readonly settings: BrandSettings;
}

/** One of somebody's brands, for a list to choose from. */
export interface UserBrandSummary extends Pick<UserBrand, 'id' | 'name' | 'role'> {
  /** The settings that decide between brands. The others are not read: they may be broken in one brand of many. */
  readonly settings: Pick<BrandSettings, 'hosts'>;
}

export interface ListUserBrandsOptions {
  /** The caller's own client. Left out, the one of {@link configureTenantConfig}. */
  supabase?: BrandDatabase;
  /** Gives up waiting. */
  signal?: AbortSignal;
}

export interface GetUserBrandOptions extends ListUserBrandsOptions, BrandPreference {}

/** The brands of a person, by name. */
export async function listUserBrands(
  userId: string,
  options: ListUserBrandsOptions = {},
): Promise<UserBrandSummary[]> {
  const { supabase } = await resolveCaller(options);
  const memberships = await readMemberships({ supabase, userId, signal: options.signal });
  return memberships.map(({ id, name, role, settings }) => ({
    id,
    name,
    role,
    settings: readHosts(settings),
  }));
}

/**
 * The brand of a person: the only one, or the one that host or preference name. `userId` is whoever is signed in.
 * Throws `no_brand`, {@link BrandRequiredError} with the choices, or {@link BrandConfigError}.
 */
export async function getUserBrand(userId: string, options: GetUserBrandOptions = {}): Promise<UserBrand> {
  return readUserBrand(userId, await resolveCaller(options), options.signal);
}

/** As {@link getUserBrand}, for a caller that is known already. */
export async function readUserBrand(
  userId: string,
  { supabase, preferred, host }: ResolvedCaller,
  signal: AbortSignal | undefined,
): Promise<UserBrand> {
  const memberships = await readMemberships({ supabase, userId, signal });
  const candidates = memberships.map((membership) => ({
    id: membership.id,
    name: membership.name,
    settings: readHosts(membership.settings),
    membership,
  }));
  return toUserBrand(chooseBrand(candidates, { preferred, host }).membership);
}

const toUserBrand = ({ id, name, role, settings }: Membership): UserBrand =>
  Object.freeze({ id, name, role, settings: parseBrandSettings(settings, { brandId: id }) });

/** A brand whose hosts are broken has none; the error comes when it is the brand that is meant. */
function readHosts(settings: unknown): Pick<BrandSettings, 'hosts'> {
  const stored =
    typeof settings === 'object' && settings !== null && 'hosts' in settings ? settings.hosts : [];
  const hosts = hostsSchema.safeParse(stored);
  return { hosts: hosts.success ? hosts.data : [] };
}
