import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { refusals } from '../errors/refusals.ts';
import type { ObjectPath } from './request-path.ts';

/** What a token lets its holder do; one kind never does for the other. */
type TokenKind = 'download' | 'upload';

interface SignOptions {
  kind: TokenKind;
  path: ObjectPath;
  expiresInSeconds: number;
  /** Of an upload: who asked for the token, and whether it may replace. */
  ownerId?: string | null;
  upsert?: boolean;
}

interface VerifiedToken {
  ownerId: string | null;
  upsert: boolean;
  expiresAt: Date;
}

/** Signs and checks what stands in signed URLs, with a key that signs nothing else. */
export interface SignedTokens {
  sign(options: SignOptions): Promise<string>;
  /** @throws InvalidJWT or InvalidSignature unless the token is of this kind, for exactly this object, and still valid */
  verify(token: string, kind: TokenKind, path: ObjectPath): Promise<VerifiedToken>;
}

const claimsSchema = z.object({
  scope: z.enum(['download', 'upload']),
  url: z.string(),
  exp: z.number(),
  owner: z.string().nullish(),
  upsert: z.boolean().optional(),
});

export function createSignedTokens(signingKey: string): SignedTokens {
  const key = new TextEncoder().encode(signingKey);
  return {
    sign: ({ kind, path, expiresInSeconds, ownerId, upsert }) =>
      new SignJWT({
        url: toUrl(path),
        scope: kind,
        ...(kind === 'upload' && { owner: ownerId ?? null, upsert: upsert ?? false }),
      })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(key),

    async verify(token, kind, path) {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] }).catch((error: unknown) => {
        throw refusals.invalidToken(error instanceof Error ? error.message : 'Invalid JWT');
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success || claims.data.scope !== kind) {
        throw refusals.invalidSignature(`Token is not scoped for ${kind}`);
      }
      const { url, exp, owner, upsert } = claims.data;
      if (url !== toUrl(path)) throw refusals.invalidSignature();
      return { ownerId: owner ?? null, upsert: upsert ?? false, expiresAt: new Date(exp * 1000) };
    },
  };
}

const toUrl = ({ bucketId, key }: ObjectPath) => `${bucketId}/${key}`;
