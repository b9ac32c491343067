import { z } from 'zod';

/** What a route answers when all went well. */
export interface Answer<Value> {
  readonly status: 200 | 201 | 202 | 204 | 302;
  /** A sentence for the reference. */
  readonly description: string;
  /** What the body is; null where there is none. */
  readonly content: { readonly type: string; readonly schema: z.ZodType } | null;
  /** Headers that it brings, with what they say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes the answer from what the handler gives. */
  respond(value: Value): Response;
}

export function json<Schema extends z.ZodType>(
  description: string,
  schema: Schema,
  status: 200 | 201 | 202 = 200,
): Answer<z.input<Schema>> {
  return {
    status,
    description,
    content: { type: 'application/json', schema },
    respond: (value) => Response.json(value, { status }),
  };
}

export const empty = (description: string): Answer<void> => ({
  status: 204,
  description,
  content: null,
  respond: () => new Response(null, { status: 204 }),
});

/** Elsewhere: by itself, to an address that storage signed. */
export const redirect = (
  description: string,
  location = 'The address, good for five minutes.',
): Answer<string> => ({
  status: 302,
  description,
  content: null,
  headers: { Location: location },
  respond: (url) => new Response(null, { status: 302, headers: { Location: url } }),
});

/** What the handler makes by itself: a stream, a file, a page. */
export const whole = (
  description: string,
  type: string | null,
  status: 200 | 202 = 200,
): Answer<Response> => ({
  status,
  description,
  content: type === null ? null : { type, schema: z.string() },
  respond: (response) => response,
});
