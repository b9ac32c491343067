import { toByteSource, toByteStream } from '../byte-reader.ts';

/** How long a body may be silent where nothing else is said. */
const usualIdleTimeoutMs = 60_000;

export interface IdleTimeoutOptions {
  /** Without a byte, while somebody waits for one. Default 60,000. */
  readonly idleTimeoutMs?: number | undefined;
  /** What the reader is told then. */
  readonly toError: () => Error;
}

/** The same answer, but a body that stops coming fails, and its sender is let go of; a slow reader is given all time. */
export function withIdleTimeout(response: Response, options: IdleTimeoutOptions): Response {
  if (!response.body) return response;
  const { status, statusText, headers } = response;
  return new Response(endWhenIdle(response.body, options), { status, statusText, headers });
}

function endWhenIdle(
  body: ReadableStream<Uint8Array>,
  { idleTimeoutMs = usualIdleTimeoutMs, toError }: IdleTimeoutOptions,
): ReadableStream<Uint8Array> {
  const { pull, cancel } = toByteSource(body);
  const pullInTime = () =>
    new Promise<Uint8Array | null>((resolve, reject) => {
      const timer = setTimeout(() => {
        const error = toError();
        reject(error);
        void cancel(error).catch(() => undefined);
      }, idleTimeoutMs);
      pull()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  return toByteStream({ pull: pullInTime, cancel });
}
