import { chooseBrand, listUserBrands, type UserBrandSummary } from '@act/tenant-config';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Session } from './open-session.ts';

/** The brand that is meant: the one that was named, or the only one. */
export async function findBrand(session: Session, named: string | undefined): Promise<UserBrandSummary> {
  const brands = await listUserBrands(session.userId, { supabase: session.database });
  const choices = brands.map(({ id }) => id);
  if (named === undefined && brands.length > 1) {
    throw new CliError({
      code: 'brand_required',
      message: 'You are in several brands.',
      hint: `Name one with --brand: ${choices.join(', ')}.`,
      exitCode: exitCodes.usage,
      choices,
    });
  }
  if (named === undefined) return chooseBrand(brands);
  const brand = brands.find(({ id }) => id === named);
  if (brand) return brand;
  throw new CliError({
    code: 'brand_not_allowed',
    message: `There is no brand ${JSON.stringify(named)} for you.`,
    hint:
      choices.length > 0 ? `You are in ${choices.join(', ')}.` : 'Ask an admin of the brand to invite you.',
    exitCode: exitCodes.notAllowed,
  });
}
