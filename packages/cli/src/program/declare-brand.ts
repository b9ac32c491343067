import { BrandConfigError, type BrandDefinition, defineBrand } from '@act/tenant-config';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

/** Checks it as the product itself will; what is wrong is a mistake of whoever called. */
export function declareBrand(
  what: 'brand' | 'storefront',
  given: Parameters<typeof defineBrand>[0],
): BrandDefinition {
  try {
    return defineBrand(given);
  } catch (error) {
    if (!BrandConfigError.isInstance(error)) throw error;
    throw new CliError({
      code: error.code,
      message: `The ${what} ${JSON.stringify(given.id)} cannot be made so.`,
      hint: 'Mend this:',
      exitCode: exitCodes.usage,
      choices: error.problems.map(({ path, message, fix }) => `${path} ${message}. ${fix}`),
    });
  }
}
