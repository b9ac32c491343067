import { type CookieOptions, createServerClient } from '@supabase/ssr';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { AuthSettings } from '../load-setting.ts';
import { cookieOptions } from './cookies.ts';

/** A cookie to be set. */
interface NewCookie {
  name: string;
  value: string;
  options: CookieOptions;
}

export interface CookieSessionOptions {
  settings: Pick<AuthSettings, 'url' | 'publishableKey'>;
  /** The name of the session's cookie. */
  cookieName: string;
  isSecure: boolean;
  /** The cookies of the request. */
  getAll(): { name: string; value: string }[];
  /** Puts cookies on the answer, together with headers that keep it out of every cache. */
  setAll(cookies: NewCookie[], headers: Record<string, string>): void;
  fetch?: typeof fetch;
}

/** A session that lives in cookies. Made for one request and never kept: the next may be somebody else's. */
export function createCookieSession(options: CookieSessionOptions): SupabaseClient {
  const { settings, cookieName, isSecure, getAll, setAll, fetch } = options;
  return createServerClient(settings.url, settings.publishableKey, {
    cookieOptions: { ...cookieOptions({ isSecure }), name: cookieName },
    cookies: { getAll, setAll },
    ...(fetch && { global: { fetch } }),
  });
}
