export interface FetchInProcessOptions {
  /** Where the simulators are; asked for at every request. */
  origin: () => string;
  answer(request: Request): Promise<Response>;
  /** For every other address. */
  otherwise: typeof globalThis.fetch;
}

/** A `fetch` that reaches simulators without a socket, and gives up at once when its caller does, as the real one does. */
export function createFetchInProcess({
  origin,
  answer,
  otherwise,
}: FetchInProcessOptions): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin()) return otherwise(input, init);
    const request = new Request(input, withDuplex(init));
    request.signal.throwIfAborted();
    return untilAborted(request.signal, answer(request));
  };
}

/** A request that streams its body must say so; fetch itself would insist. */
const withDuplex = (init: RequestInit | undefined): RequestInit | undefined =>
  init?.body instanceof ReadableStream ? Object.assign({ duplex: 'half' }, init) : init;

/** The simulator goes on like any server, but its answer is no longer heard, nor the rest of its body. */
async function untilAborted(signal: AbortSignal, answer: Promise<Response>): Promise<Response> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  // Whoever gave up hears of nothing else.
  answer.catch(() => undefined);
  const response = await Promise.race([answer, aborted]);
  signal.removeEventListener('abort', giveUp);
  if (!response.body) return response;
  const body = response.body.pipeThrough(new TransformStream(), { signal });
  return new Response(body, { status: response.status, headers: response.headers });
}
