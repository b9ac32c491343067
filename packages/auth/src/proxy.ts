import { type NextRequest, NextResponse } from 'next/server';
import { getAuthConfiguration } from './configuration.ts';
import { isDevelopment, loadAuthSettings } from './load-setting.ts';
import { pathHeader } from './paths/path-header.ts';
import { createCookieSession } from './sessions/cookie-session.ts';
import { isSecureRequest, nameCookies } from './sessions/cookies.ts';
import { contentSecurityPolicy, securityHeaders } from './sessions/security-headers.ts';

/**
 * The `proxy.ts` of a storefront: renews a session that is about to end, for the page and for the browser at once, and
 * says what the page may do. Keep `/api` out of its matcher: what passes a proxy is cut at 10 MB without an error.
 */
export async function guardPage(request: NextRequest): Promise<NextResponse> {
  const settings = loadAuthSettings();
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({ nonce, apiUrl: settings.url, isDevelopment: isDevelopment() });
  const forward = () => {
    const headers = new Headers(request.headers);
    const { pathname, search } = request.nextUrl;
    headers.set(pathHeader, `${pathname}${search}`);
    headers.set('x-nonce', nonce);
    // Next reads the nonce from here for the scripts that it writes.
    headers.set('content-security-policy', policy);
    return NextResponse.next({ request: { headers } });
  };

  let response = forward();
  const session = createCookieSession({
    settings,
    cookieName: nameCookies(getAuthConfiguration().storefront).session,
    isSecure: isSecureRequest(request.headers),
    getAll: () => request.cookies.getAll(),
    setAll: (cookies, headers) => {
      for (const { name, value } of cookies) request.cookies.set(name, value);
      response = forward();
      for (const { name, value, options } of cookies) response.cookies.set(name, value, options);
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    },
  });
  // Renews and no more: each page asks for itself who this is, and says so where nobody answers.
  await session.auth.getSession();
  response.headers.set('content-security-policy', policy);
  // Whatever a page shows is one person's.
  response.headers.set('cache-control', 'private, no-store');
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}
