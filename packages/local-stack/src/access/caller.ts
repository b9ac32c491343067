import { errors, type JWTPayload, jwtVerify } from 'jose';

/** What the services of one stack check requests against. */
export interface AccessKeys {
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
}

/** In whose name a request runs: the database role, and the claims its policies read. */
export interface Caller {
  role: string;
  claims: Record<string, unknown>;
  /** The claim `sub`: a person's id, or null for an api key and for the system. */
  userId: string | null;
}

export type AccessErrorCode =
  | 'key_missing'
  | 'key_invalid'
  | 'key_in_browser'
  | 'token_invalid'
  | 'role_refused';

/** A request without the right to be heard at all; answered with 401, a refused role with 403. */
export class AccessError extends Error {
  override readonly name = 'AccessError';
  readonly code: AccessErrorCode;

  constructor(code: AccessErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The roles that a token may name. A service's own login must not be among them: the database always lets a session
 * be itself again, with rights that no caller has.
 */
const requestRoles = ['anon', 'authenticated', 'service_role', 'act_system'];

export const isRequestRole = (role: unknown): role is string =>
  typeof role === 'string' && requestRoles.includes(role);

/** The bearer token of a request; null without one. */
export const readBearer = (headers: Headers): string | null =>
  headers.get('authorization')?.match(/^bearer\s+(.+)$/i)?.[1] ?? null;

const anonymous: Caller = { role: 'anon', claims: { role: 'anon' }, userId: null };
const service: Caller = { role: 'service_role', claims: { role: 'service_role' }, userId: null };

/**
 * Reads who is calling, by Supabase's rules: an api key is always needed; a bearer token, if it is not the key again,
 * decides in whose name the request runs; a secret key is refused from browsers.
 */
export async function identifyCaller(headers: Headers, keys: AccessKeys): Promise<Caller> {
  const apiKey = headers.get('apikey');
  const bearer = readBearer(headers);
  const key = apiKey ?? (bearer?.startsWith('sb_') ? bearer : null);
  if (key === null) throw new AccessError('key_missing', 'No API key found in request.');
  if (key !== keys.publishableKey && key !== keys.secretKey) {
    throw new AccessError('key_invalid', 'Invalid API key.');
  }
  if (key === keys.secretKey && isBrowser(headers)) {
    throw new AccessError('key_in_browser', 'Forbidden use of secret API key in browser.');
  }
  if (bearer !== null && bearer !== key) return verifyToken(bearer, keys.jwtSecret);
  return key === keys.secretKey ? service : anonymous;
}

async function verifyToken(token: string, jwtSecret: string): Promise<Caller> {
  const payload = await readToken(token, jwtSecret);
  const role = payload.role ?? 'anon';
  if (!isRequestRole(role)) {
    throw new AccessError('role_refused', `permission denied to set role "${role}"`);
  }
  return { role, claims: { ...payload, role }, userId: payload.sub ?? null };
}

async function readToken(token: string, jwtSecret: string): Promise<JWTPayload> {
  try {
    const key = new TextEncoder().encode(jwtSecret);
    return (await jwtVerify(token, key, { algorithms: ['HS256'], requiredClaims: ['exp'] })).payload;
  } catch (error) {
    const isExpired = error instanceof errors.JWTExpired;
    throw new AccessError(
      'token_invalid',
      isExpired ? 'The token is expired.' : 'The token is not valid here.',
    );
  }
}

const isBrowser = (headers: Headers) => /mozilla/i.test(headers.get('user-agent') ?? '');
