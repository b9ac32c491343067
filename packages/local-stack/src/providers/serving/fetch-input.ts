/** Why an address that a provider was given could not be read. */
class InputUnreachableError extends Error {
  override readonly name = 'InputUnreachableError';
}

export interface FetchInputSettings {
  fetch: typeof globalThis.fetch;
  /** How long an address may take to answer, and its body to come, on the wall. Default 120,000 ms. */
  timeoutMs?: number;
}

/**
 * How a simulator reads what it is pointed at: plain http from this machine only, no redirects, and not for ever. Other
 * addresses must be https, as the vendors' own machines would reach them.
 */
export function createFetchInput({
  fetch,
  timeoutMs = 120_000,
}: FetchInputSettings): typeof globalThis.fetch {
  return async (input, init) => {
    const url = parseUrl(input instanceof Request ? input.url : String(input));
    if (!isAllowed(url))
      throw new InputUnreachableError(`No scheme or host to fetch from: ${url.protocol}//${url.host}`);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetch(url, { ...init, signal, redirect: 'error' });
  };
}

function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url) return url;
  throw new InputUnreachableError('Invalid URL');
}

const isAllowed = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || protocol === 'data:' || (protocol === 'http:' && isThisMachine(hostname));

/** Whether a host name stands for the machine that asks. */
export const isThisMachine = (hostname: string) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');

/** A body, read whole up to a size. */
export async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body ?? []) {
    total += chunk.byteLength;
    if (total > maxBytes) throw new InputUnreachableError(`More than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
