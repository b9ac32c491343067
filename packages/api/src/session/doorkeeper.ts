import { z } from 'zod';
import type { ApiWorld } from '../api-world.ts';
import { ApiError } from '../http/api-error.ts';
import { requireOwnOrigin } from '../http/csrf.ts';
import { originOf } from '../http/own-address.ts';
import {
  createRateLimiter,
  type RateLimit,
  type RateLimiter,
  type RateVerdict,
} from '../http/rate-limiter.ts';
import { createBrandMemory } from './brand-memory.ts';
import { type Caller, createCaller } from './caller.ts';
import { readSessionToken } from './session-token.ts';
import { createSessionVerifier, notSignedIn, type Session } from './verify-session.ts';

/** Lets requests in: who sends them, for which brand, and not too many. */
export interface Doorkeeper {
  /** @throws ApiError 401, 403, 503 */
  admit(request: Request): Promise<Session>;
  introduce(
    session: Session,
    request: Request,
    said: SaidBrand & { readonly isCostly: boolean },
  ): Promise<{ readonly caller: Caller; readonly headers: Readonly<Record<string, string>> }>;
}

interface SaidBrand {
  /** `brandId` in the query. */
  readonly query: string | readonly string[] | undefined;
  /** The whole body, which may hold one too. */
  readonly body: unknown;
}

export function createDoorkeeper(world: ApiWorld): Doorkeeper {
  const verifier = createSessionVerifier(world);
  const memory = createBrandMemory(world.now);
  const limiter = createLimiters(world);
  return {
    admit: async (request) => {
      const found = readSessionToken(request.headers, world.cookieName);
      if (found === null || found.token === '') throw notSignedIn();
      if (found.from === 'cookie') requireOwnOrigin(request, ownOrigins(request, world));
      return verifier.verify(found.token);
    },
    introduce: async (session, request, { isCostly, ...said }) => {
      const headers = limiter.person(session.userId, isCostly);
      const caller = await createCaller({
        world,
        memory,
        session,
        stillThere: () => verifier.verifyNow(session),
        namedBrand: readBrand(request, said),
        host: world.publicOrigin === null ? hostOf(request) : new URL(world.publicOrigin).host,
      });
      const only = await memory.recall(session.userId, () => caller.database);
      const brandId = caller.brandId ?? (only.length === 1 ? only[0]?.id : undefined);
      // Only a brand of theirs: a stranger who names one would use up what its people may ask for.
      if (only.some(({ id }) => id === brandId)) limiter.brand(brandId, isCostly);
      return { caller, headers };
    },
  };
}

const hostOf = (request: Request) => request.headers.get('host') ?? new URL(request.url).host;

const ownOrigins = (request: Request, { publicOrigin, allowedOrigins }: ApiWorld): ReadonlySet<string> =>
  new Set([publicOrigin ?? originOf(request), ...allowedOrigins]);

const bodySchema = z.looseObject({ brandId: z.string().optional() });

/** Wherever a request names its brand; in two places it has to be the same one. */
function readBrand(request: Request, { query, body }: SaidBrand): string | undefined {
  const inBody = bodySchema.safeParse(body).data?.brandId;
  const named = [...new Set([query, request.headers.get('x-brand-id') ?? undefined, inBody].flat())];
  const [first, ...others] = named.filter((one) => one !== undefined);
  if (others.length === 0) return first;
  throw new ApiError({
    status: 400,
    code: 'input_invalid',
    message: 'The request names several brands.',
    hint: 'Name one, in one place.',
  });
}

function createLimiters({ limits, now }: ApiWorld) {
  const make = (name: string, perMinute: number) => {
    const limit = { name, perMinute };
    return { limit, limiter: createRateLimiter(limit, now) };
  };
  const person = [make('person', limits.person), make('person-costly', limits.personCostly)] as const;
  const brand = [make('brand', limits.brand), make('brand-costly', limits.brandCostly)] as const;
  return {
    person: (userId: string, isCostly: boolean) => take(person[isCostly ? 1 : 0], userId),
    brand: (brandId: string | undefined, isCostly: boolean) => {
      if (brandId !== undefined) take(brand[isCostly ? 1 : 0], brandId);
    },
  };
}

function take({ limit, limiter }: { limit: RateLimit; limiter: RateLimiter }, key: string) {
  const verdict = limiter.take(key);
  const headers = toHeaders(limit, verdict);
  if (verdict.isAllowed) return headers;
  throw new ApiError({
    status: 429,
    code: 'too_many_requests',
    message: 'These were too many requests in a short time.',
    hint: `Wait ${verdict.retryAfterSeconds} seconds.`,
    headers: { ...headers, 'Retry-After': String(verdict.retryAfterSeconds) },
  });
}

/** As draft-ietf-httpapi-ratelimit-headers writes them. */
const toHeaders = ({ name, perMinute }: RateLimit, { remaining, retryAfterSeconds }: RateVerdict) => ({
  'RateLimit-Policy': `"${name}";q=${perMinute};w=60`,
  RateLimit: `"${name}";r=${remaining};t=${retryAfterSeconds}`,
});
