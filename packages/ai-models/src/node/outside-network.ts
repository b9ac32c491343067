import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, refused } from '../shared/http/safe-url.ts';

/** The ways to the network, which a test cannot take. */
export interface Network {
  readonly request: (
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) => ReturnType<typeof httpsRequest>;
  readonly resolve: (host: string) => Promise<readonly { address: string; family: number }[]>;
  readonly isPublic: (address: string) => boolean;
}

export const network: Network = {
  request: httpsRequest,
  resolve: (host) => lookup(host, { all: true }),
  isPublic: isPublicAddress,
};

/** Where a request for this address connects: what was checked, and nothing that a second question to the resolver brings. */
export function toOutsideOptions(url: URL, { resolve, isPublic }: Network): RequestOptions {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is an address is not looked up.
  if (isIP(host) !== 0 && !isPublic(host)) throw behindWalls(host);
  return {
    host,
    path: url.pathname + url.search,
    // Of its own, so that no connection is used which another lookup had made.
    agent: false,
    lookup: toCheckedLookup(resolve, isPublic),
  };
}

function toCheckedLookup(resolve: Network['resolve'], isPublic: Network['isPublic']): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublic(address))) callback(behindWalls(host), []);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

const behindWalls = (host: string) => refused(`${host} does not lie in the open internet.`);
