import { z } from 'zod';

/** A private key with which tokens are signed as ES256. */
export const privateKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().min(1),
  y: z.string().min(1),
  d: z.string().min(1),
  kid: z.string().nullish(),
});

/** A shared secret as a JWK. */
export const secretKeySchema = z.object({
  kty: z.literal('oct'),
  k: z.string().min(1),
  kid: z.string().nullish(),
});
