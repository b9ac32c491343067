import type { Context } from 'hono';
import type { ApiWorld } from '../api-world.ts';
import type { ApiRoute } from '../routes/route.ts';
import type { Doorkeeper } from '../session/doorkeeper.ts';
import { ApiError } from './api-error.ts';
import { isCurrent, toEtag } from './etag.ts';
import { checkText, parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';

export interface AnswerRequestOptions {
  readonly world: ApiWorld;
  readonly doorkeeper: Doorkeeper;
  readonly requestId: string;
}

/** Takes a request through the door and to its route. */
export async function answerRequest(
  context: Context,
  route: ApiRoute,
  { world, doorkeeper, requestId }: AnswerRequestOptions,
): Promise<Response> {
  const request = context.req.raw;
  const session = route.access === 'open' ? null : await doorkeeper.admit(request);
  const params = context.req.param();
  const query = readQuery(new URL(request.url));
  for (const text of [...Object.values(params), ...Object.values(query).flat()]) checkText(text);
  const body = route.body === 'json' ? await readJson(request, world) : undefined;
  const { brandId, ...ownQuery } = query;
  const introduced =
    session &&
    (await doorkeeper.introduce(session, request, { query: brandId, body, isCostly: route.isCostly }));
  const call = { request, requestId, world, params, query: session ? ownQuery : query, body };
  const answer = await route.answer(call, introduced?.caller ?? null);
  for (const [name, value] of Object.entries(introduced?.headers ?? {})) answer.headers.set(name, value);
  return route.isTagged ? tagged(request, answer, world) : answer;
}

/** A name that comes twice is a list: only what takes several accepts it. */
function readQuery({ searchParams }: URL): Record<string, string | string[]> {
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

async function readJson(request: Request, { limits }: ApiWorld): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError({
      status: 415,
      code: 'type_unsupported',
      message:
        type === ''
          ? 'The body says of no type what it is.'
          : 'The body is not of a type that is taken here.',
      hint: 'Send JSON, with the header `Content-Type: application/json`.',
    });
  }
  const text = await readBody(request, { maximumBytes: limits.bodyBytes, timeoutMs: limits.bodyTimeoutMs });
  return parseJson(text);
}

/** What is polled says whether it has changed; where it has not, it is not sent again. */
async function tagged(request: Request, answer: Response, { now }: ApiWorld): Promise<Response> {
  const text = await answer.text();
  const etag = toEtag(JSON.parse(text), now());
  const headers = new Headers(answer.headers);
  headers.set('ETag', etag);
  return isCurrent(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: withoutBody(headers) })
    : new Response(text, { status: answer.status, headers });
}

function withoutBody(headers: Headers): Headers {
  headers.delete('content-type');
  headers.delete('content-length');
  return headers;
}
