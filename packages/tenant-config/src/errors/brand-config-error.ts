import { formatProblems, type Problem } from '../shared/problems.ts';
import { TenantConfigError } from './tenant-config-error.ts';

export interface BrandConfigErrorDetails {
  /** The brand whose configuration it is, as it was given. */
  brandId: string;
  problems: readonly Problem[];
}

/** A brand's configuration breaks rules; `problems` names every one of them. */
export class BrandConfigError extends TenantConfigError {
  override readonly name = 'BrandConfigError';
  readonly brandId: string;
  readonly problems: readonly Problem[];

  constructor({ brandId, problems }: BrandConfigErrorDetails) {
    super({
      code: 'brand_config_invalid',
      message: formatProblems(`The configuration of brand "${brandId}" cannot be used:`, problems),
    });
    this.brandId = brandId;
    this.problems = problems;
  }

  static override isInstance(error: unknown): error is BrandConfigError {
    return TenantConfigError.isInstance(error) && error.code === 'brand_config_invalid';
  }
}
