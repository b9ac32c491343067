import { isSecureRequest } from './cookies.ts';

/** Where a browser sees this storefront, as its request says. */
export const readOrigin = (headers: Headers): string =>
  `${isSecureRequest(headers) ? 'https' : 'http'}://${headers.get('host')}`;

/**
 * Whether a page of this storefront sent what changes something, by the rule of the HTTP interface: cookies come along from
 * another port and another subdomain too, and a browser says where from in headers that no page can set. A request without
 * any of them is nobody's.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origin === readOrigin(headers);
  return headers.get('sec-fetch-site') === 'same-origin';
}
