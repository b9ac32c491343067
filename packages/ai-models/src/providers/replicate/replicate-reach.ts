import { isPublicUrl } from '../../shared/http/public-url.ts';

/**
 * How Replicate comes to our files. `direct`: it fetches them by their signed addresses. `files`: it cannot, so they are
 * handed over, and what has to be fetched is done without. `auto` decides by each address.
 */
export type ReplicateReach = 'auto' | 'files' | 'direct';

/** Whether Replicate can open an address of ours. */
export type CanReach = (address: string) => boolean;

export function createReach(reach: ReplicateReach, apiUrl: URL): CanReach {
  if (reach !== 'auto') return () => reach === 'direct';
  // A simulator in this network opens what lies in this network.
  return isPublicUrl(apiUrl.href) ? isPublicUrl : () => true;
}
