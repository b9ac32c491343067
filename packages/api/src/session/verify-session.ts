import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { ApiWorld } from '../api-world.ts';
import { ApiError } from '../http/api-error.ts';
import { away } from '../http/to-api-error.ts';

/** Who is signed in, as a verified token says. */
export interface Session {
  readonly userId: string;
  readonly email: string | null;
  readonly token: string;
  readonly expiresAt: Date;
}

export interface SessionVerifier {
  /** Who a token is for; asked again after half a minute. @throws ApiError 401, or 503 where nobody can tell */
  verify(token: string): Promise<Session>;
  /** Asks the project whether the session is still there: people sign out. @throws ApiError the same */
  verifyNow(session: Session): Promise<void>;
}

const claimsSchema = z.object({
  sub: z.guid(),
  exp: z.number(),
  email: z.string().nullish(),
  role: z.literal('authenticated'),
});

/** How long an answer of the project counts: never longer than the token itself. */
const trustedForMs = 30_000;
const maximumSessions = 10_000;
/** A token of Supabase has one or two thousand characters. */
const maximumLength = 8_192;

/** Whoever was remembered first is forgotten first. */
function makeRoom(memory: Map<string, unknown>): void {
  const [oldest] = memory.keys();
  if (memory.size >= maximumSessions && oldest !== undefined) memory.delete(oldest);
}

/** Has the project verify tokens: by its public keys, or by asking it. */
export function createSessionVerifier({ supabase, fetch, now }: ApiWorld): SessionVerifier {
  const { auth } = createClient(supabase.url, supabase.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch },
  });
  const known = new Map<string, { session: Session; until: number }>();
  const refused = new Map<string, number>();

  const ask = async (token: string): Promise<Session> => {
    const { data, error } = await auth
      .getClaims(token)
      .catch((thrown: unknown) => ({ data: null, error: thrown }));
    if (error) throw refuse(error);
    const claims = claimsSchema.safeParse(data?.claims).data;
    if (!claims || claims.exp * 1_000 <= now().getTime()) throw notSignedIn();
    return {
      userId: claims.sub,
      email: claims.email ?? null,
      token,
      expiresAt: new Date(claims.exp * 1_000),
    };
  };

  const remember = (session: Session) => {
    const until = Math.min(now().getTime() + trustedForMs, session.expiresAt.getTime());
    makeRoom(known);
    known.set(session.token, { session, until });
    return session;
  };
  /** Nobody makes us ask the project again and again for a token that it has refused. */
  const noteRefusal = (token: string) => {
    makeRoom(refused);
    refused.set(token, now().getTime() + trustedForMs);
  };

  return {
    verify: async (token) => {
      const before = known.get(token);
      if (before && before.until > now().getTime()) return before.session;
      known.delete(token);
      if (token.length > maximumLength || (refused.get(token) ?? 0) > now().getTime()) throw notSignedIn();
      return remember(
        await ask(token).catch((error: unknown) => {
          if (error instanceof ApiError && error.status === 401) noteRefusal(token);
          throw error;
        }),
      );
    },
    verifyNow: async ({ token, expiresAt }) => {
      if (expiresAt <= now()) throw notSignedIn();
      const { error } = await auth.getUser(token);
      if (!error) return;
      known.delete(token);
      throw refuse(error);
    },
  };
}

const failureSchema = z.object({ status: z.number().optional(), name: z.string().optional() });

function refuse(error: unknown): ApiError {
  const { status = 401, name } = failureSchema.safeParse(error).data ?? {};
  const isAway = name === 'AuthRetryableFetchError' || status === 0 || status === 429 || status >= 500;
  return isAway ? away('not_signed_in', 'The sign-in service cannot be reached.') : notSignedIn();
}

export const notSignedIn = () =>
  new ApiError({
    status: 401,
    code: 'not_signed_in',
    message: 'Nobody is signed in, or the session is over.',
    hint: 'Sign in, and send the session as a bearer token or cookie.',
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
