import { SignJWT } from 'jose';

export interface SignTokenOptions {
  jwtSecret: string;
  claims: Record<string, unknown>;
  expiresInSeconds?: number;
}

/** Signs a token as the project's own auth service would. */
export function signToken({ jwtSecret, claims, expiresInSeconds = 300 }: SignTokenOptions): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(now)
    .setExpirationTime(now + expiresInSeconds)
    .sign(new TextEncoder().encode(jwtSecret));
}

/** What a signed-in person's token says. */
export const personClaims = (person: { id: string; email: string }) => ({
  sub: person.id,
  aud: 'authenticated',
  role: 'authenticated',
  email: person.email,
});

/** What the worker's token says: the system, for one brand. */
export const systemClaims = (brandId: string) => ({
  aud: 'authenticated',
  role: 'act_system',
  brand_id: brandId,
});
