import type { SupabaseClient } from '@supabase/supabase-js';

/** Where the accounts are, as a page hands it to its programs. Nothing in it is secret. */
export interface BrowserSessionSettings {
  readonly url: string;
  readonly publishableKey: string;
  /** The name of the session's cookie. */
  readonly cookieName: string;
}

/**
 * The session in the browser, for what goes past our server: large uploads. It is loaded when it is first needed,
 * because it weighs as much as the rest of a page.
 */
async function openBrowserSession(settings: BrowserSessionSettings): Promise<SupabaseClient> {
  const { createBrowserClient } = await import('@supabase/ssr');
  return createBrowserClient(settings.url, settings.publishableKey, {
    cookieOptions: {
      name: settings.cookieName,
      path: '/',
      sameSite: 'lax',
      secure: location.protocol === 'https:',
    },
  });
}

/** The token of whoever is signed in, renewed where it is about to end. */
export async function readAccessToken(settings: BrowserSessionSettings): Promise<string> {
  const session = await openBrowserSession(settings);
  const { data } = await session.auth.getSession();
  if (data.session) return data.session.access_token;
  throw new Error('Nobody is signed in any more.');
}
