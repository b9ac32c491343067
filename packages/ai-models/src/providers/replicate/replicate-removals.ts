import { exchange } from '../../shared/http/http-exchange.ts';
import { toAbortedError } from '../../shared/pause.ts';
import { type RetryOptions, retry } from '../../shared/retry.ts';
import { type ReplicateCall, toReplicateError } from './replicate-errors.ts';

export interface ReplicateRemovalsSettings {
  readonly baseUrl: URL;
  readonly apiToken: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly timeoutMs?: number;
  readonly retry?: Omit<RetryOptions, 'signal'>;
}

/** What is removed: below the base address, and what it is for the mapping of errors. */
interface Removal {
  readonly path: string;
  readonly about: ReplicateCall;
  readonly signal: AbortSignal | undefined;
}

/** Removes something; what is not there is removed. Costs nothing, so it is tried again. Throws a `ProviderError`. */
export type Remove = (removal: Removal) => Promise<void>;

export function createReplicateRemovals(settings: ReplicateRemovalsSettings): Remove {
  const { baseUrl, apiToken, fetch = globalThis.fetch, timeoutMs = 30_000 } = settings;
  const base = baseUrl.href.replace(/\/$/, '');

  async function removeOnce({ path, about, signal }: Removal): Promise<void> {
    const headers = { accept: 'application/json', authorization: `Bearer ${apiToken}` };
    const url = new URL(`${base}${path}`);
    const init = { method: 'DELETE', headers };
    const sent = await exchange({ url, init, fetch, timeoutMs, signal }, async (response) => {
      await response.body?.cancel();
    });
    if (sent.isDone || sent.failure.status === 404 || sent.failure.status === 410) return;
    if (sent.failure.reason === 'aborted') throw toAbortedError(signal);
    throw toReplicateError(sent.failure, about);
  }

  return (removal) => retry(() => removeOnce(removal), { ...settings.retry, signal: removal.signal });
}
