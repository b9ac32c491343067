import { parse } from 'hono/utils/cookie';
import { z } from 'zod';

/** What a request brings to say who sends it. */
export interface SessionToken {
  readonly token: string;
  /** A cookie comes along by itself: see `http/csrf.ts`. */
  readonly from: 'bearer' | 'cookie';
}

/** Longer is no session, and larger than what browsers send. */
const maximumLength = 32_768;
const maximumChunks = 10;

/**
 * The token of a request; null where there is none. A bearer token is all that counts where there is one: what is wrong
 * with it is never mended by a cookie.
 */
export function readSessionToken(headers: Headers, cookieName: string): SessionToken | null {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    return { token, from: 'bearer' };
  }
  const token = readCookieToken(headers.get('cookie') ?? '', cookieName);
  return token === null ? null : { token, from: 'cookie' };
}

/** As `@supabase/ssr` writes a session: JSON in base64url, in one cookie or in several with numbers. */
function readCookieToken(header: string, name: string): string | null {
  if (header.length > maximumLength) return null;
  const cookies = parse(header);
  const text = cookies[name] ?? joinChunks(cookies, name);
  return text === '' ? null : (readSession(text) ?? null);
}

function joinChunks(cookies: Readonly<Record<string, string>>, name: string): string {
  const chunks: string[] = [];
  for (let index = 0; index < maximumChunks; index += 1) {
    const chunk = cookies[`${name}.${index}`];
    if (chunk === undefined) break;
    chunks.push(chunk);
  }
  return chunks.join('');
}

const sessionSchema = z.object({ access_token: z.string().min(1) });
const prefix = 'base64-';

function readSession(text: string): string | undefined {
  try {
    const json = text.startsWith(prefix) ? decodeBase64Url(text.slice(prefix.length)) : text;
    return sessionSchema.safeParse(JSON.parse(json)).data?.access_token;
  } catch {
    return undefined;
  }
}

function decodeBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}

/** What `@supabase/ssr` calls the cookie of a project where nobody says otherwise. */
export const usualCookieName = (supabaseUrl: string): string =>
  `sb-${new URL(supabaseUrl).hostname.split('.')[0]}-auth-token`;
