import { parseSafeUrl } from '../shared/http/safe-url.ts';
import type { PictureSource } from '../shared/picture-source.ts';
import { openSafeUrl } from './open-safe-url.ts';

/** Where a picture may come from. */
export interface PictureFromUrlOptions {
  /** The only hosts that are asked, also where the address redirects. Exact names; default: none. */
  readonly allowedHosts: readonly string[];
}

/**
 * A picture on the web, fetched when its turn comes: by https, from hosts that are named here and lie in the open
 * internet. What fetches is this machine, so an address that a stranger chose must not lead it behind its own walls.
 * @throws AiModelsError `url_refused`
 */
export function pictureFromUrl(address: string, { allowedHosts }: PictureFromUrlOptions): PictureSource {
  const url = parseSafeUrl(address, allowedHosts);
  return {
    name: nameFrom(url),
    open: (options) => openSafeUrl(url, { ...options, allowedHosts }),
  };
}

function nameFrom({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'picture';
  } catch {
    return last;
  }
}
