import { cookies, headers } from 'next/headers';
import { getAuthConfiguration } from '../configuration.ts';
import { type CookieNames, cookieOptions, isSecureRequest, nameCookies } from './cookies.ts';

type SmallCookie = Exclude<keyof CookieNames, 'session'>;

/** What a storefront remembers beside the session, for server actions and route handlers. */
export interface OwnCookies {
  get(cookie: SmallCookie): string | null;
  set(cookie: SmallCookie, value: string): void;
  remove(...list: SmallCookie[]): void;
}

/** Kept from programs in the browser, and shorter. */
const invitationOptions = { httpOnly: true, maxAge: 7 * 24 * 60 * 60 };

export async function openOwnCookies(): Promise<OwnCookies> {
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()]);
  const names = nameCookies(getAuthConfiguration().storefront);
  const options = cookieOptions({ isSecure: isSecureRequest(requestHeaders) });
  return {
    get: (cookie) => jar.get(names[cookie])?.value ?? null,
    set: (cookie, value) =>
      void jar.set(names[cookie], value, { ...options, ...(cookie === 'invitation' && invitationOptions) }),
    remove: (...list) => {
      for (const cookie of list) jar.delete(names[cookie]);
    },
  };
}
