import { z } from '@hono/zod-openapi';

const brandId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'Use the id of a brand, such as "acmecompany".');

/** A brand may be named in the query, in a header or in the body: where a person has several, in one of them. */
export const brandField = {
  brandId: brandId.optional().openapi({ description: 'One of your brands, where you have several.' }),
};

export const brandHeader = z.object({
  'X-Brand-Id': brandId.optional().openapi({ description: 'The same as `brandId`.' }),
});

/** A file as its owner calls it. */
export const fileName = z.string().trim().min(1).max(255);

export const idempotencyHeader = {
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'Use 1 to 200 visible ASCII characters, such as a uuid.')
    .optional()
    .openapi({
      description:
        'The same key by the same person gives the same answer, and costs once; with another request, 409.',
    }),
};
