import type { z } from 'zod';
import { AiModelsError, type ProviderError } from '../../errors/index.ts';
import { toAbortedError } from '../pause.ts';
import { type RetryOptions, retry } from '../retry.ts';
import type { Stoppable } from '../stoppable.ts';
import { exchange, type HttpFailure, type HttpResult, readText, UnreadableAnswer } from './http-exchange.ts';

export type { HttpFailure } from './http-exchange.ts';

export interface HttpClientSettings<About> {
  /** Everything is asked below it, and credentials go nowhere else. Https, or this machine. */
  readonly baseUrl: string;
  /** As an `Authorization: Bearer`. Never part of an error or a log. */
  readonly bearerToken: string;
  /** How requests are made. Default: the system's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** For one try, headers and body. Default 30,000. */
  readonly timeoutMs?: number;
  /** Larger answers are refused. Default 32 MiB: a page of a hundred runs brings their logs. */
  readonly maximumBytes?: number;
  /** How reads are repeated. */
  readonly retry?: Omit<RetryOptions, 'signal'>;
  /** What a failure means at this vendor; `about` is the call's. */
  toError(failure: HttpFailure, about: About): ProviderError;
}

interface HttpCall<T, About = string> extends Stoppable {
  /** Below the base address, with a slash at its beginning. */
  readonly path: string;
  /** What is asked, for the mapping of errors. */
  readonly about: About;
  readonly schema: z.ZodType<T>;
}

interface HttpSend<T, About = string> extends HttpCall<T, About> {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Default: the client's. */
  readonly timeoutMs?: number;
}

/** What became of a request that is sent once. */
export type SendOutcome<T> =
  | { readonly outcome: 'accepted'; readonly value: T }
  | { readonly outcome: 'refused' | 'unknown'; readonly error: ProviderError };

export interface HttpClient<About = string> {
  readonly baseUrl: URL;
  /** Reads; again after failures that pass. Throws a `ProviderError`, or `aborted`. */
  get<T>(call: HttpCall<T, About>): Promise<T>;
  /** Sends once, whatever happens. Never throws: an abort is an outcome too. */
  sendOnce<T>(call: HttpSend<T, About>): Promise<SendOutcome<T>>;
}

/** The one way to a vendor's interface: own rules instead of an SDK's, whose retries would pay twice. */
export function createHttpClient<About>(settings: HttpClientSettings<About>): HttpClient<About> {
  const baseUrl = checkedBaseUrl(settings.baseUrl);
  // A base without a path has a slash for one.
  const base = baseUrl.href.replace(/\/$/, '');
  const authorization = `Bearer ${checkedToken(settings.bearerToken)}`;
  const { timeoutMs = 30_000, maximumBytes = 32 * 2 ** 20 } = settings;

  /** Null for a path that would take the token elsewhere. Not resolved: a path of two slashes would be a host. */
  function toUrl(path: string): URL | null {
    const url = URL.canParse(`${base}${path}`) ? new URL(`${base}${path}`) : null;
    return url?.origin === baseUrl.origin && !url.username ? url : null;
  }

  function send<T>(call: HttpSend<T, About>, method: 'GET' | 'POST'): Promise<HttpResult<T>> {
    const url = toUrl(call.path);
    if (!url) return Promise.resolve(outOfBase);
    const hasBody = call.body !== undefined;
    const headers = {
      accept: 'application/json',
      ...call.headers,
      ...(hasBody && { 'content-type': 'application/json' }),
      authorization,
    };
    return exchange(
      {
        url,
        init: { method, headers, ...(hasBody && { body: JSON.stringify(call.body) }) },
        fetch: settings.fetch ?? globalThis.fetch,
        timeoutMs: call.timeoutMs ?? timeoutMs,
        signal: call.signal,
      },
      (response) => readJson(response, call.schema, maximumBytes),
    );
  }

  return {
    baseUrl,
    get: (call) =>
      retry(
        async () => {
          const result = await send(call, 'GET');
          if (result.isDone) return result.value;
          if (result.failure.reason === 'aborted') throw toAbortedError(call.signal);
          throw settings.toError(result.failure, call.about);
        },
        { ...settings.retry, signal: call.signal },
      ),
    sendOnce: async (call) => {
      const result = await send(call, 'POST');
      if (result.isDone) return { outcome: 'accepted', value: result.value };
      const { failure } = result;
      return {
        outcome: failure.mayHaveArrived ? 'unknown' : 'refused',
        error: settings.toError(failure, call.about),
      };
    },
  };
}

const outOfBase = {
  isDone: false,
  failure: {
    reason: 'not_sent',
    mayHaveArrived: false,
    cause: new Error('A path led out of the base address.'),
  },
} as const;

async function readJson<T>(response: Response, schema: z.ZodType<T>, maximumBytes: number): Promise<T> {
  const text = await readText(response, maximumBytes);
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  // Says which fields were wrong; never what was in them.
  const fields = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'answer'}: ${code}`);
  throw new UnreadableAnswer(fields.slice(0, 5).join(', '));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableAnswer('The answer is not JSON.');
  }
}

/** Without a slash at its end. A token is never sent in the clear. */
function checkedBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isThisMachine = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(url?.hostname ?? '');
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine)) && !url.username) {
    return new URL(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
  }
  throw new AiModelsError({
    code: 'not_configured',
    message: 'The address of a provider must begin with https://, or lie on this machine.',
    hint: 'Check `baseUrl`.',
  });
}

/** A token with a line break would be printed whole by the error of `fetch`. */
function checkedToken(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new AiModelsError({
    code: 'not_configured',
    message: "A provider's token is missing or has characters which no token has.",
    hint: 'Copy it anew, without spaces or line breaks.',
  });
}
