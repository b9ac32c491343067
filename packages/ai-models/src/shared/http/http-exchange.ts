import { describeNetworkFailure } from './network-failure.ts';

/** Why a request did not end with an answer that can be used. */
export interface HttpFailure {
  readonly reason: 'aborted' | 'not_sent' | 'connection_lost' | 'timed_out' | 'status' | 'unreadable';
  /** The other side may have acted on it: what costs must not be sent again. */
  readonly mayHaveArrived: boolean;
  /** Where there was an answer. */
  readonly status?: number;
  /** The beginning of an answer that is no success. */
  readonly body?: string;
  /** From the header. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

export type HttpResult<T> =
  | { readonly isDone: true; readonly value: T }
  | { readonly isDone: false; readonly failure: HttpFailure };

export interface HttpExchange {
  readonly url: URL;
  readonly init: RequestInit;
  readonly fetch: typeof globalThis.fetch;
  /** For the headers and the body together. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** One request, one answer; never throws. Redirects are answers: nothing is sent to where they point. */
export async function exchange<T>(
  { url, init, fetch, timeoutMs, signal }: HttpExchange,
  read: (response: Response) => Promise<T>,
): Promise<HttpResult<T>> {
  if (signal?.aborted) return failed({ reason: 'aborted', mayHaveArrived: false });
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), timeoutMs);
  const stop = () => timer.abort();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: timer.signal });
    if (!response.ok) return failed(await toStatusFailure(response));
    return await readAnswer(response, read);
  } catch (cause) {
    if (signal?.aborted) return failed({ reason: 'aborted', mayHaveArrived: true });
    if (timer.signal.aborted) return failed({ reason: 'timed_out', mayHaveArrived: true });
    return failed({ ...describeNetworkFailure(cause), cause });
  } finally {
    clearTimeout(timeout);
    signal?.removeEventListener('abort', stop);
  }
}

/** What reads an answer throws this where the answer is not what was agreed. */
export class UnreadableAnswer extends Error {}

async function readAnswer<T>(
  response: Response,
  read: (response: Response) => Promise<T>,
): Promise<HttpResult<T>> {
  try {
    return { isDone: true, value: await read(response) };
  } catch (cause) {
    if (!(cause instanceof UnreadableAnswer)) throw cause;
    await response.body?.cancel().catch(() => undefined);
    return failed({ reason: 'unreadable', mayHaveArrived: true, status: response.status, cause });
  }
}

async function toStatusFailure(response: Response): Promise<HttpFailure> {
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
  return {
    reason: 'status',
    mayHaveArrived: response.status >= 500 || response.status === 408,
    status: response.status,
    body: await readBeginning(response),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

const failed = (failure: HttpFailure) => ({ isDone: false, failure }) as const;

/** Seconds or a date. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const waitMs = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

/** A refusal is short; whatever is long is not read to its end. */
async function readBeginning(response: Response, maximumBytes = 65_536): Promise<string> {
  try {
    return await readText(response, maximumBytes);
  } catch (error) {
    await response.body?.cancel().catch(() => undefined);
    return error instanceof UnreadableAnswer ? '' : Promise.reject(error);
  }
}

/** The whole body, unless it is too long to be held. */
export async function readText(response: Response, maximumBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maximumBytes) throw new UnreadableAnswer(`The answer is longer than ${maximumBytes} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
