import { ApiRefusal, readRefusal } from './api-refusal.ts';

type QueryValue = string | number | boolean | readonly string[] | null | undefined;

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** The same key makes a costly wish count once, however often it is sent. */
  readonly idempotencyKey?: string | undefined;
  /** Of the answer that one has: where nothing changed, 304 comes instead of it. */
  readonly tag?: string | undefined;
}

export interface ApiAccess {
  /** Where the interface is mounted. */
  readonly baseUrl: string;
  readonly brandId: string;
  readonly fetch?: typeof fetch | undefined;
  /** Told with every answer whether whoever asks is still signed in. */
  readonly onSession?: ((isOver: boolean) => void) | undefined;
  /** Told when this person's account is about to go, and again where it was kept. */
  readonly onLeave?: ((isLeaving: boolean) => void) | undefined;
}

/** One request in the name of whoever is signed in. @throws ApiRefusal */
export async function sendToApi(access: ApiAccess, call: ApiCall): Promise<Response> {
  const { method = 'GET', path, query = {}, body, signal, idempotencyKey, tag } = call;
  const response = await send(
    access,
    `${access.baseUrl}${path}${toQuery({ ...query, brandId: access.brandId })}`,
    {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        ...(tag && { 'if-none-match': tag }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    },
  );
  if (!response.ok && response.status !== 304) throw await readRefusal(response);
  return response;
}

/** Asks whether a file of the interface is to be had, and reads nothing of it. @throws ApiRefusal */
export async function checkFile(access: ApiAccess, url: string): Promise<void> {
  const response = await send(access, url, { credentials: 'same-origin', redirect: 'manual' });
  // Where it lies elsewhere, the answer leads there.
  if (!response.ok && response.type !== 'opaqueredirect') throw await readRefusal(response);
  await response.body?.cancel();
}

async function send(access: ApiAccess, url: string, init: RequestInit): Promise<Response> {
  const response = await (access.fetch ?? fetch)(url, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiRefusal(
      { status: 0, code: 'unreachable', message: '', hint: '', requestId: null },
      { cause },
    );
  });
  access.onSession?.(response.status === 401);
  return response;
}

/** The answer of one request. @throws ApiRefusal */
export async function callApi<Answer>(access: ApiAccess, call: ApiCall): Promise<Answer> {
  return (await sendToApi(access, call)).json();
}

/** The part of an address after the path; empty where nothing is asked for. */
export const toQuery = (query: Readonly<Record<string, QueryValue>>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== null && one !== undefined) search.append(name, String(one));
  }
  return search.size > 0 ? `?${search}` : '';
};
