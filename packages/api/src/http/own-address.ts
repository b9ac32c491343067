import type { ApiWorld } from '../api-world.ts';

/** Where callers see this interface, without a slash at the end. */
export const ownAddress = ({ publicOrigin, basePath }: ApiWorld, request: Request): string =>
  `${publicOrigin ?? originOf(request)}${basePath}`;

/**
 * Under which origin a request came. A server that runs us may write its own name into the address of a request; how the
 * caller called it is in `Host`. Whoever sends another one there is told it back, and nobody else is.
 */
export function originOf({ url, headers }: Request): string {
  const { protocol, origin } = new URL(url);
  const host = headers.get('host') ?? '';
  const called = `${protocol}//${host}`;
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(called) ? new URL(called).origin : origin;
}
