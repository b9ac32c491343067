import { connect, type demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { z } from 'zod';
import type { ApiOptions } from '../api-options.ts';
import { type Api, createApi } from '../app.ts';

export type PersonName = keyof typeof demoPeople;

interface TestRequest {
  readonly method?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: string | FormData | ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Instead of the usual one. */
  readonly origin?: string;
}

/** The interface before a stack of its own, as its callers see it. */
export interface TestApi extends AsyncDisposable {
  readonly api: Api;
  readonly stack: TestStack;
  /** Sends a request in somebody's name, or in nobody's. */
  send(person: PersonName | null, path: string, request?: TestRequest): Promise<Response>;
  /** Every request to the project, by method and path, since this was called. */
  countRequests(): () => string[];
  /** As the superuser. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
}

export interface StartApiOptions extends Partial<Omit<ApiOptions, 'supabase'>> {
  readonly stack?: Parameters<typeof startStack>[0];
  /** Called before each request to the project: may throw what a network throws. */
  readonly interrupt?: () => void;
}

export const usualOrigin = 'http://api.test';
/** What Replicate signs with here. */
export const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

export async function startApi({
  stack: stackOptions = {},
  interrupt,
  ...options
}: StartApiOptions = {}): Promise<TestApi> {
  const stack = await startStack(stackOptions);
  const seen: string[] = [];
  const reach = stackOptions.listen ? globalThis.fetch : inProcess(stack);
  const api = createApi({
    basePath: '/api',
    webhookSecrets: { replicate: webhookSecret },
    supabase: { url: stack.url, publishableKey: stack.secrets.publishableKey },
    fetch: async (input, init) => {
      interrupt?.();
      const { method, url } = new Request(input, { ...init, body: null });
      seen.push(`${method} ${new URL(url).pathname}`);
      return reach(input, init);
    },
    ...options,
  });

  return {
    api,
    stack,
    send: async (person, path, { json, headers, origin = usualOrigin, ...request } = {}) => {
      const token = person === null ? null : await stack.tokenFor(person);
      return api.fetch(
        new Request(`${origin}/api${path}`, {
          ...request,
          duplex: 'half',
          ...(json !== undefined && { body: JSON.stringify(json) }),
          headers: {
            ...(token !== null && { authorization: `Bearer ${token}` }),
            ...(json !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
        }),
      );
    },
    countRequests: () => {
      const before = seen.length;
      return () => seen.slice(before);
    },
    sql: async <Row>(text: string, values: unknown[] = []) => {
      await using client = await connect(stack.database.superuser);
      return (await client.query(text, values)).rows as Row[];
    },
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}

/** The stack without a socket. A request that streams its body has to say so; fetch itself would insist. */
const inProcess =
  (stack: TestStack): typeof globalThis.fetch =>
  (input, init) =>
    stack.fetch(
      new Request(
        input,
        init?.body instanceof ReadableStream ? Object.assign({ duplex: 'half' }, init) : init,
      ),
    );

const errorSchema = z.object({
  error: z.looseObject({ code: z.string(), message: z.string(), hint: z.string() }),
});

/** Status and code of a refusal. */
export async function refusalOf(answer: Response): Promise<[status: number, code: string]> {
  return [answer.status, errorSchema.parse(await answer.json()).error.code];
}
