import { z } from 'zod';
import { TenantConfigError } from '../errors/index.ts';

/** The id of a brand. It is part of every storage key, so the database has the same rule. */
export const brandIdSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{1,62}$/,
    'Use 2 to 63 lower-case letters, digits and hyphens, and begin with a letter or a digit.',
  )
  .brand<'BrandId'>();

/** A text which was checked to have the form of a brand's id. It says nothing about who may use that brand. */
export type BrandId = z.output<typeof brandIdSchema>;

/** Takes anything that claims to be a brand's id; throws `brand_id_invalid`. */
export function parseBrandId(value: unknown): BrandId {
  const result = brandIdSchema.safeParse(value);
  if (result.success) return result.data;
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : typeof value;
  throw new TenantConfigError({
    code: 'brand_id_invalid',
    message:
      `A brand's id cannot be ${shown}. ` +
      'Use 2 to 63 lower-case letters, digits and hyphens, and begin with a letter or a digit.',
  });
}
