import { originRefused } from './cors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cookies come along whoever makes a browser send a request: what changes something has to come from a page of ours. A
 * browser says so in headers that no page can set; a request without any of them is refused.
 */
export function requireOwnOrigin(request: Request, ownOrigins: ReadonlySet<string>): void {
  if (safeMethods.has(request.method)) return;
  const origin = request.headers.get('origin');
  if (origin !== null) {
    if (ownOrigins.has(origin)) return;
    throw originRefused();
  }
  if (request.headers.get('sec-fetch-site') !== 'same-origin') throw originRefused();
}
