import { type BrandChoice, BrandRequiredError, TenantConfigError } from '../errors/index.ts';
import { findBrandByHost, type HostedBrand } from './brand-host.ts';

/** What may decide between the brands of a person. */
export interface BrandPreference {
  /** The id of the brand that was asked for, or chosen before. */
  preferred?: string | null | undefined;
  /** The host of the request. A host that none of the brands lists decides nothing. */
  host?: string | null | undefined;
}

/**
 * The brand that is meant, out of those a person is in. A host's own brand comes first, then the preferred one, then
 * the only one. Never another than the one that was asked for: what does not fit together throws
 * {@link BrandRequiredError}, and no brands at all throw `no_brand`.
 */
export function chooseBrand<Brand extends BrandChoice & HostedBrand>(
  brands: readonly Brand[],
  { preferred, host }: BrandPreference = {},
): Brand {
  const [first, second] = brands;
  if (!first) {
    throw new TenantConfigError({
      code: 'no_brand',
      message: 'This person is in no brand. An admin of a brand has to invite them.',
    });
  }
  const hosted = findBrandByHost(host, brands);
  if (preferred) return choosePreferred(hosted ? [hosted] : brands, preferred);
  if (hosted) return hosted;
  if (second) {
    throw new BrandRequiredError({ reason: 'This person is in several brands.', choices: brands });
  }
  return first;
}

function choosePreferred<Brand extends BrandChoice>(brands: readonly Brand[], preferred: string): Brand {
  const brand = brands.find(({ id }) => id === preferred);
  if (brand) return brand;
  const asked = JSON.stringify(preferred.slice(0, 80));
  throw new BrandRequiredError({ reason: `The brand ${asked} cannot be chosen here.`, choices: brands });
}
