import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';

/** Where the interface is, who is signed in there, and for which brand. */
export interface Studio {
  /** Such as `https://studio.example.com/api`. */
  readonly url: string;
  /** The access token of a session. */
  readonly token: string;
  readonly brandId: string;
}

/** One request, and its answer in the form that is expected. @throws Error with what the interface says */
export async function call<Schema extends z.ZodType>(
  { url, token, brandId }: Studio,
  schema: Schema,
  [method, path, body]: readonly [method: string, path: string, body?: object],
): Promise<z.output<Schema>> {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'x-brand-id': brandId,
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  if (!answer.ok)
    throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
  return schema.parse(answer.status === 204 ? null : await answer.json());
}

/** Asks again until it is so: every few seconds for people, faster where nobody pays for it. */
export async function until<Value>(
  ask: () => Promise<Value>,
  isThere: (value: Value) => boolean,
  { everyMs = 5_000, within = 60_000 }: { everyMs?: number | undefined; within?: number | undefined } = {},
): Promise<Value> {
  const endsAt = Date.now() + within;
  for (;;) {
    const value = await ask();
    if (isThere(value)) return value;
    if (Date.now() > endsAt) throw new Error(`It did not come to that: ${JSON.stringify(value)}.`);
    await pause(everyMs);
  }
}
