import { TenantConfigError } from '../errors/index.ts';
import { toHostName } from '../settings/host-name.ts';

/** A brand with the hosts that are its own. */
export interface HostedBrand {
  readonly id: string;
  readonly settings: { readonly hosts: readonly string[] };
}

/**
 * The brand whose own host a request names, or null. Exact, but for the port, upper case and a final dot: neither a
 * longer name nor a shorter one is the same host. Throws `host_ambiguous` when two brands list it.
 */
export function findBrandByHost<Brand extends HostedBrand>(
  host: string | null | undefined,
  brands: readonly Brand[],
): Brand | null {
  const name = toHostName(host ?? '');
  const found = name === null ? [] : brands.filter(({ settings }) => settings.hosts.includes(name));
  if (found.length > 1) {
    throw new TenantConfigError({
      code: 'host_ambiguous',
      message: `The host ${name} is listed by several brands: ${found.map(({ id }) => id).join(', ')}. Remove it from all but one of them.`,
    });
  }
  return found[0] ?? null;
}

/** As {@link findBrandByHost}, but throws `host_unknown` where there is no such brand. */
export function getBrandFromHost<Brand extends HostedBrand>(
  host: string | null | undefined,
  brands: readonly Brand[],
): Brand {
  const brand = findBrandByHost(host, brands);
  if (brand) return brand;
  const shown = JSON.stringify((host ?? '').slice(0, 80));
  throw new TenantConfigError({
    code: 'host_unknown',
    message: `No brand lists the host ${shown}. Add it to "hosts" in the settings of the brand that it belongs to.`,
  });
}
