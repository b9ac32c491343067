const nowhere = 'http://storefront.invalid';

/**
 * Where to go on to, out of an address that anybody may have written: a path of this site, or else `home`. Never another
 * site, a program (`javascript:`), or the HTTP interface.
 */
export function toSafePath(value: unknown, home = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return home;
  // Read as browsers read it: they drop tabs and line ends, and take a backslash for a slash.
  if (!URL.canParse(value, nowhere)) return home;
  const { origin, pathname, search, hash } = new URL(value, nowhere);
  const isHere = origin === nowhere && !pathname.startsWith('//');
  return isHere && !/^\/(api|_next)(\/|$)/.test(pathname) ? `${pathname}${search}${hash}` : home;
}
