import type { ProviderError } from '../../errors/index.ts';
import { toAbortedError } from '../pause.ts';
import { type RetryOptions, retry } from '../retry.ts';
import type { HttpFailure } from './http-exchange.ts';
import { withIdleTimeout } from './idle-timeout.ts';
import { describeNetworkFailure } from './network-failure.ts';

export interface OpenUrlSettings {
  /** Asked for the address and for each one it redirects to. */
  isAllowed(url: URL): boolean;
  /** Credentials, for the addresses they belong to. */
  headersFor(url: URL): Record<string, string>;
  /** What to throw for an address that is not allowed. */
  refuse(): ProviderError;
  /** What a failure means at this vendor. */
  toError(failure: HttpFailure): ProviderError;
  /** How requests are made. Default: the system's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Until the headers are there. Default 30,000. */
  readonly timeoutMs?: number;
  /** While the body brings nothing. Default 60,000. */
  readonly idleTimeoutMs?: number;
  /** How it is tried again. */
  readonly retry?: Omit<RetryOptions, 'signal'>;
}

const maximumRedirects = 5;

/** Opens an address that somebody else gave us: nothing is asked of a host that is not allowed, on no way. */
export function openUrl(address: string, settings: OpenUrlSettings, signal?: AbortSignal): Promise<Response> {
  return retry(() => follow(address, settings, signal), { ...settings.retry, signal });
}

async function follow(address: string, settings: OpenUrlSettings, signal?: AbortSignal): Promise<Response> {
  let url = parseAddress(address);
  for (let hops = 0; hops <= maximumRedirects; hops += 1) {
    if (!url || url.username || url.password || !settings.isAllowed(url)) throw settings.refuse();
    const response = await ask(url, settings, signal);
    if (response.ok) return withIdleTimeout(response, { ...settings, toError: () => toSilence(settings) });
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) {
      const mayHaveArrived = false;
      throw settings.toError({ reason: 'status', mayHaveArrived, status: response.status, body: '' });
    }
    url = parseAddress(location, url);
  }
  throw settings.refuse();
}

async function ask(url: URL, settings: OpenUrlSettings, signal?: AbortSignal): Promise<Response> {
  const { fetch = globalThis.fetch, timeoutMs = 30_000 } = settings;
  if (signal?.aborted) throw toAbortedError(signal);
  const patience = new AbortController();
  const timeout = setTimeout(() => patience.abort(), timeoutMs);
  try {
    return await fetch(url, {
      headers: settings.headersFor(url),
      redirect: 'manual',
      // The caller's signal stays with the body, when the time for the headers is long over.
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
    });
  } catch (cause) {
    if (signal?.aborted) throw toAbortedError(signal);
    if (patience.signal.aborted) throw toSilence(settings);
    throw settings.toError({ ...describeNetworkFailure(cause), cause });
  } finally {
    clearTimeout(timeout);
  }
}

const toSilence = ({ toError }: OpenUrlSettings): ProviderError =>
  toError({ reason: 'timed_out', mayHaveArrived: true });

function parseAddress(address: string, base?: URL): URL | null {
  return URL.canParse(address, base?.href) ? new URL(address, base) : null;
}
