import { AiModelsError } from '../../errors/index.ts';
import { type BrandId, toBrandId } from '../brand-id.ts';

/** A private key as a JWK (P-256), or the text of a shared secret; a JWK may be given as its JSON too. */
export type SigningKey = string | Readonly<Record<string, unknown>>;

/** With what tokens are signed. */
export interface SystemSignerSettings {
  /** The project's, by which it knows its tokens. Whoever holds it can act as the system of every brand. */
  signingKey: SigningKey;
  /** As the project lists its keys. Default: the JWK's own `kid`. */
  keyId?: string;
  /** Default: the clock. */
  now?: () => Date;
}

/** A token with which requests act as the system of one brand, and of no other. */
export type SystemSigner = (brandId: string) => Promise<string>;

interface Signer {
  readonly header: Readonly<Record<string, string>>;
  sign(text: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

interface HeldToken {
  readonly expiresAt: number;
  readonly token: Promise<string>;
}

const lifetimeSeconds = 300;
/** A request that begins with a token must end before it does. */
const renewBeforeSeconds = 60;

/** Makes tokens of five minutes, and keeps each for its brand until a minute before its end. */
export function createSystemSigner(settings: SystemSignerSettings): SystemSigner {
  const { signingKey, keyId, now = () => new Date() } = settings;
  const loading = loadSigner(signingKey, keyId);
  // Whoever asks for a token learns of it; nobody may.
  loading.catch(() => undefined);
  const held = new Map<BrandId, HeldToken>();

  return async (text) => {
    const brandId = toBrandId(text);
    const second = Math.floor(now().getTime() / 1000);
    const known = held.get(brandId);
    if (known && isFresh(known, second)) return known.token;
    for (const [id, one] of held) if (!isFresh(one, second)) held.delete(id);
    const token = loading.then((signer) => signToken(signer, brandId, second));
    held.set(brandId, { expiresAt: second + lifetimeSeconds, token });
    return token;
  };
}

/** Also false for one from a clock that was put back since. */
function isFresh({ expiresAt }: HeldToken, second: number): boolean {
  const left = expiresAt - second;
  return left > renewBeforeSeconds && left <= lifetimeSeconds;
}

async function signToken({ header, sign }: Signer, brandId: BrandId, second: number): Promise<string> {
  const claims = {
    aud: 'authenticated',
    role: 'act_system',
    brand_id: brandId,
    iat: second,
    exp: second + lifetimeSeconds,
  };
  const text = `${encodeJson({ ...header, typ: 'JWT' })}.${encodeJson(claims)}`;
  return `${text}.${encodeBytes(new Uint8Array(await sign(encode(text))))}`;
}

/** As WebCrypto takes it: without what a key says of its own use. */
interface KeyParts {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly d?: string;
  readonly k?: string;
}

async function loadSigner(signingKey: SigningKey, keyId: string | undefined): Promise<Signer> {
  const key = typeof signingKey === 'string' ? parseKeyText(signingKey) : signingKey;
  if (typeof key === 'string') return loadSecret({ kty: 'oct', k: encodeBytes(encode(key)) }, keyId);
  // Loaded with the first key: most who load this package hold none.
  const { privateKeySchema, secretKeySchema } = await import('./signing-key-schemas.ts');
  const secret = secretKeySchema.safeParse(key).data;
  if (secret) return loadSecret({ kty: 'oct', k: secret.k }, keyId ?? secret.kid ?? undefined);
  const { kid, ...jwk } = privateKeySchema.safeParse(key).data ?? refuseKey('It is no private P-256 key.');
  return load(es256, jwk, keyId ?? kid ?? undefined);
}

function loadSecret(jwk: KeyParts & { k: string }, keyId: string | undefined): Promise<Signer> {
  // Shorter ones can be guessed from a single token.
  if (jwk.k.replace(/=+$/, '').length * 0.75 < 32) refuseKey('A secret has at least 32 characters.');
  return load(hs256, jwk, keyId);
}

/** The same algorithm as tokens and as WebCrypto name it. */
interface Algorithm {
  readonly alg: string;
  readonly algorithm: { readonly name: string; readonly hash: string; readonly namedCurve?: string };
}
const es256: Algorithm = {
  alg: 'ES256',
  algorithm: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
};
const hs256: Algorithm = { alg: 'HS256', algorithm: { name: 'HMAC', hash: 'SHA-256' } };

async function load(
  { alg, algorithm }: Algorithm,
  jwk: KeyParts,
  keyId: string | undefined,
): Promise<Signer> {
  try {
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
    return {
      header: { alg, ...(keyId && { kid: keyId }) },
      sign: (text) => crypto.subtle.sign(algorithm, key, text),
    };
  } catch {
    // Without its cause, which may quote the key.
    return refuseKey('It cannot be read.');
  }
}

function parseKeyText(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return refuseKey('It begins like JSON and is none.');
  }
}

function refuseKey(reason: string): never {
  throw new AiModelsError({
    code: 'not_configured',
    message: `The signing key of the system cannot be used. ${reason}`,
    hint: 'Pass the private JWK of an ES256 key, or the JWT secret of the project, as ACT_SYSTEM_SIGNING_KEY or `signingKey`.',
  });
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const encodeJson = (value: object): string => encodeBytes(encode(JSON.stringify(value)));

const encodeBytes = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
