import type { SupabaseClient } from '@supabase/supabase-js';
import { cookies, headers } from 'next/headers';
import { getAuthConfiguration } from '../configuration.ts';
import { loadAuthSettings } from '../load-setting.ts';
import { createCookieSession } from './cookie-session.ts';
import { isSecureRequest, nameCookies } from './cookies.ts';
import { readOrigin } from './own-origin.ts';

/** The session of whoever asks, for pages, server actions and route handlers. */
export async function createServerSession(): Promise<SupabaseClient> {
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()]);
  return createCookieSession({
    settings: loadAuthSettings(),
    cookieName: nameCookies(getAuthConfiguration().storefront).session,
    isSecure: isSecureRequest(requestHeaders),
    getAll: () => jar.getAll(),
    setAll: (list) => {
      try {
        for (const { name, value, options } of list) jar.set(name, value, options);
      } catch {
        // A page cannot set cookies. The proxy has refreshed the session before it was rendered.
      }
    },
  });
}

/** Where a browser sees this storefront, as its request says. */
export async function getOrigin(): Promise<string> {
  return readOrigin(await headers());
}
