import { BrandConfigError, defineBrand } from '@act/tenant-config';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

/** What makes one storefront another than the next. */
export interface StorefrontIdentity {
  readonly id: string;
  readonly name: string;
  /** Six hexadecimal digits behind a `#`. */
  readonly accent: string;
}

/** Checks it as the storefront itself will when it starts. */
export function declareStorefront(identity: StorefrontIdentity): StorefrontIdentity {
  try {
    defineBrand({ id: identity.id, name: identity.name });
    return identity;
  } catch (error) {
    if (!BrandConfigError.isInstance(error)) throw error;
    throw new CliError({
      code: error.code,
      message: `The storefront ${JSON.stringify(identity.id)} cannot be made so.`,
      hint: 'Mend this:',
      exitCode: exitCodes.usage,
      choices: error.problems.map(({ path, message, fix }) => `${path} ${message}. ${fix}`),
    });
  }
}
