import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { Readable } from 'node:stream';
import { AiModelsError } from '../errors/index.ts';
import { parseSafeUrl, refused } from '../shared/http/safe-url.ts';
import { toAbortedError } from '../shared/pause.ts';
import type { OpenPictureOptions } from '../shared/picture-source.ts';
import { network, type OutsideNetwork, toOutsideOptions } from './outside-network.ts';

export interface OpenSafeUrlOptions extends OpenPictureOptions {
  readonly allowedHosts: readonly string[];
}

const maximumRedirects = 3;
const silenceMs = 30_000;

/** The body of an address that was checked. Each redirect is checked like the first, and none is asked twice. */
export async function openSafeUrl(
  address: URL,
  options: OpenSafeUrlOptions,
  ways: OutsideNetwork = network,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  let url = address;
  for (let redirects = 0; redirects <= maximumRedirects; redirects += 1) {
    const response = await ask(url, options, ways);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return toBody(response, options);
    response.destroy();
    if (statusCode < 300 || statusCode >= 400 || !headers.location) throw unanswered(url, statusCode);
    url = parseSafeUrl(headers.location, options.allowedHosts, url);
  }
  throw refused(`${address.hostname} redirects more than ${maximumRedirects} times.`);
}

async function ask(url: URL, { signal }: OpenSafeUrlOptions, ways: OutsideNetwork): Promise<IncomingMessage> {
  const options: RequestOptions = {
    ...toOutsideOptions(url, ways),
    headers: { accept: 'image/jpeg, image/png, image/webp' },
    timeout: silenceMs,
    ...(signal && { signal }),
  };
  return new Promise((answer, reject) => {
    const asking = ways.request(options, answer);
    asking.on('timeout', () => asking.destroy(new Error('The host was silent for too long.')));
    asking.on('error', (cause) => reject(toError(url, cause, signal)));
    asking.end();
  });
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

const unanswered = ({ hostname }: URL, status: number | null, cause?: unknown) =>
  new AiModelsError({
    code: 'file_not_found',
    message: `${hostname} did not send the picture${status === null ? '' : ` (${status})`}.`,
    hint: 'Open the address in a browser to see what it says.',
    retryable: status === null || status >= 500,
    cause,
  });
