import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { AiModelsError } from '../errors/index.ts';
import { isPublicAddress, parseSafeUrl, refused } from '../shared/http/safe-url.ts';
import { toAbortedError } from '../shared/pause.ts';
import type { OpenPictureOptions } from '../shared/picture-source.ts';

export interface OpenSafeUrlOptions extends OpenPictureOptions {
  readonly allowedHosts: readonly string[];
}

/** The ways to the network, which a test cannot take. */
export interface Network {
  readonly request: (
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) => ReturnType<typeof httpsRequest>;
  readonly resolve: (host: string) => Promise<readonly { address: string; family: number }[]>;
  readonly isPublic: (address: string) => boolean;
}

const network: Network = {
  request: httpsRequest,
  resolve: (host) => lookup(host, { all: true }),
  isPublic: isPublicAddress,
};
const maximumRedirects = 3;
const silenceMs = 30_000;

/** The body of an address that was checked. Each redirect is checked like the first, and none is asked twice. */
export async function openSafeUrl(
  address: URL,
  options: OpenSafeUrlOptions,
  { request, resolve, isPublic }: Network = network,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  let url = address;
  for (let redirects = 0; redirects <= maximumRedirects; redirects += 1) {
    const response = await ask(url, options, { request, resolve, isPublic });
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return toBody(response, options);
    response.destroy();
    if (statusCode < 300 || statusCode >= 400 || !headers.location) throw unanswered(url, statusCode);
    url = parseSafeUrl(headers.location, options.allowedHosts, url);
  }
  throw refused(`${address.hostname} redirects more than ${maximumRedirects} times.`);
}

async function ask(
  url: URL,
  { signal }: OpenSafeUrlOptions,
  { request, resolve, isPublic }: Network,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is an address is not looked up.
  if (isIP(host) !== 0 && !isPublic(host)) throw behindWalls(host);
  const options: RequestOptions = {
    host,
    path: url.pathname + url.search,
    headers: { accept: 'image/jpeg, image/png, image/webp' },
    // Of its own, so that no connection is used which another lookup had made.
    agent: false,
    lookup: toCheckedLookup(resolve, isPublic),
    timeout: silenceMs,
    ...(signal && { signal }),
  };
  return new Promise((answer, reject) => {
    const asking = request(options, answer);
    asking.on('timeout', () => asking.destroy(new Error('The host was silent for too long.')));
    asking.on('error', (cause) => reject(toError(url, cause, signal)));
    asking.end();
  });
}

/** The socket connects to what was checked, and to nothing that a second question to the resolver would bring. */
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

function toBody(
  response: IncomingMessage,
  { maximumBytes }: OpenSafeUrlOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const length = Number(response.headers['content-length'] ?? 0);
  if (length > maximumBytes) {
    response.destroy();
    throw new AiModelsError({
      code: 'picture_rejected',
      message: 'The picture behind the address is too large.',
    });
  }
  const body = Readable.toWeb(response);
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => controller.enqueue(new Uint8Array(chunk)),
    }),
  );
}

function toError(url: URL, cause: Error, signal: AbortSignal | undefined): AiModelsError {
  if (AiModelsError.isInstance(cause)) return cause;
  return signal?.aborted ? toAbortedError(signal) : unanswered(url, null, cause);
}

const behindWalls = (host: string) => refused(`${host} does not lie in the open internet.`);

const unanswered = ({ hostname }: URL, status: number | null, cause?: unknown) =>
  new AiModelsError({
    code: 'file_not_found',
    message: `${hostname} did not send the picture${status === null ? '' : ` (${status})`}.`,
    hint: 'Open the address in a browser to see what it says.',
    retryable: status === null || status >= 500,
    cause,
  });
