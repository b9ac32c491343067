import { parseCookieHeader, serializeCookieHeader } from '@supabase/ssr';
import { getAuthConfiguration } from '../configuration.ts';
import { loadAuthSettings } from '../load-setting.ts';
import { type CookieSessionOptions, createCookieSession } from './cookie-session.ts';
import { isSecureRequest, nameCookies } from './cookies.ts';

export interface FreshSessionOptions extends Partial<Pick<CookieSessionOptions, 'settings' | 'cookieName'>> {}

/**
 * Answers a request with a session that is not about to end: the proxy keeps away from the HTTP interface, so this renews
 * it there. The handler sees the renewed cookies, and the browser gets them with the answer.
 */
export async function withFreshSession(
  request: Request,
  handle: (request: Request) => Promise<Response>,
  options: FreshSessionOptions = {},
): Promise<Response> {
  const cookies = new Map(
    parseCookieHeader(request.headers.get('cookie') ?? '').map(({ name, value = '' }) => [name, value]),
  );
  const answers = new Headers();
  const session = createCookieSession({
    settings: options.settings ?? loadAuthSettings(),
    cookieName: options.cookieName ?? nameCookies(getAuthConfiguration().storefront).session,
    isSecure: isSecureRequest(request.headers),
    getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
    setAll: (list, headers) => {
      for (const { name, value, options: how } of list) {
        if (value) cookies.set(name, value);
        else cookies.delete(name);
        answers.append('set-cookie', serializeCookieHeader(name, value, how));
      }
      for (const [name, value] of Object.entries(headers)) answers.set(name, value);
    },
  });
  await session.auth.getSession();
  if (!answers.has('set-cookie')) return handle(request);

  const headers = new Headers(request.headers);
  headers.set(
    'cookie',
    [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
  );
  const response = await handle(new Request(request, { headers }));
  const renewed = new Response(response.body, response);
  for (const [name, value] of answers) {
    if (name === 'set-cookie') renewed.headers.append(name, value);
    else renewed.headers.set(name, value);
  }
  return renewed;
}
