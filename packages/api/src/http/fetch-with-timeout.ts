/**
 * Tables and sign-in answer in time or not at all; files take as long as they take. A project that hangs would otherwise
 * hold every request that comes.
 */
export const fetchWithTimeout =
  (fetch: typeof globalThis.fetch, timeoutMs: number): typeof globalThis.fetch =>
  (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes('/storage/v1/')) return fetch(input, init);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetch(input, { ...init, signal });
  };
