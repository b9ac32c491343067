import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Answer } from './answers.ts';
import type { Area } from './areas.ts';
import { bodyRefusals, describeRefusals, type RefusalStatus } from './refusals.ts';

/** What a route says about itself. */
export interface RouteDescription<Value> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: `/${string}`;
  /** Names the route for ever: clients and proofs go by it. */
  readonly operationId: string;
  readonly area: Area;
  /** What it does, as a sentence. */
  readonly summary: string;
  readonly description?: string;
  readonly answer: Answer<Value>;
  /** How it may refuse, beside what every route of its kind may say. */
  readonly refuses?: readonly RefusalStatus[];
  /** Polled: answered with a tag, and with 304 where the caller has it. */
  readonly isTagged?: boolean;
}

export interface RouteInputs {
  readonly params?: z.ZodObject | undefined;
  readonly query?: z.ZodObject | undefined;
  readonly headers?: z.ZodObject | undefined;
  readonly body?: RouteBody | undefined;
  readonly refuses: readonly RefusalStatus[];
  readonly security: Record<string, string[]>[];
}

/** For a route that has nothing to choose there. */
export const nothing = z.strictObject({});

export interface RouteBody {
  readonly type: string;
  readonly schema: z.ZodType;
  readonly example?: unknown;
}

/** A route as zod-openapi describes it, with all that it may answer. */
export function toRouteConfig<Value>(route: RouteDescription<Value>, inputs: RouteInputs) {
  const { method, path, operationId, area, summary, description, refuses = [], isTagged = false } = route;
  const { params, query, headers, body, security } = inputs;
  return createRoute({
    method,
    path,
    operationId,
    tags: [area],
    summary,
    ...(description !== undefined && { description }),
    security,
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(headers && { headers }),
      ...(body && { body: describeBody(body) }),
    },
    responses: {
      [route.answer.status]: describeAnswer(route.answer),
      ...(isTagged && { 304: { description: 'The caller has it: `If-None-Match` names its tag.' } }),
      ...describeRefusals([...inputs.refuses, ...refuses, ...(body ? bodyRefusals : [])]),
    },
  });
}

const describeBody = ({ type, schema, example }: RouteBody) => ({
  required: true,
  content: { [type]: { schema, ...(example !== undefined && { example }) } },
});

const describeAnswer = <Value>({ description, content, headers = {} }: Answer<Value>) => ({
  description,
  ...(content && { content: { [content.type]: { schema: content.schema } } }),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, said]) => [
      name,
      { schema: { type: 'string' as const }, description: said },
    ]),
  ),
});
