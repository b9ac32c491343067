import type { ApiWorld } from '../api-world.ts';

/** Where callers see this interface, without a slash at the end. */
export const ownAddress = ({ publicOrigin, basePath }: ApiWorld, request: Request): string =>
  `${publicOrigin ?? new URL(request.url).origin}${basePath}`;
