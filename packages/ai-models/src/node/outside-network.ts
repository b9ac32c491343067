import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, refused } from '../shared/http/safe-url.ts';

interface HostAddress {
  address: string;
  family: number;
}

/** How a host is looked up, and what may be connected to. */
export interface HostCheck {
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
  readonly isPublic: (address: string) => boolean;
}

/** The ways to the network, which a test cannot take. */
export interface OutsideNetwork extends HostCheck {
  readonly request: (
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) => ReturnType<typeof httpsRequest>;
}

export const network: OutsideNetwork = {
  request: httpsRequest,
  resolve: (host) => lookup(host, { all: true }),
  isPublic: isPublicAddress,
};

/**
 * Where a request connects, for Node's own `request`. In words of our own, as whoever uses the library may have no types of
 * Node.
 */
export interface OutsideTarget {
  host: string;
  path: string;
  agent: false;
  lookup: (
    host: string,
    options: { all?: boolean | undefined },
    callback: (error: Error | null, address: string | HostAddress[], family?: number) => void,
  ) => void;
}

/** What was checked, and nothing that a second question to the resolver brings. */
export function toOutsideOptions(url: URL, { resolve, isPublic }: HostCheck): OutsideTarget {
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

function toCheckedLookup(
  resolve: HostCheck['resolve'],
  isPublic: HostCheck['isPublic'],
): OutsideTarget['lookup'] {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublic(address))) callback(behindWalls(host), []);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

const behindWalls = (host: string) => refused(`${host} does not lie in the open internet.`);
