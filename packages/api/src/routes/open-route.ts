import { parseInput } from '@act/ai-models/schemas';
import type { z } from 'zod';
import type { ApiRoute, RawCall } from './route.ts';
import { type RouteBody, type RouteDescription, toRouteConfig } from './route-config.ts';

interface OpenRoute<Value, Params extends z.ZodObject, Query extends z.ZodObject>
  extends RouteDescription<Value> {
  readonly params: Params;
  readonly query: Query;
  /** What the body is, where the handler reads one. */
  readonly body?: RouteBody;
  handle(call: OpenCall<Params, Query>): Promise<Value> | Value;
}

/** A request of anybody, in the form that its route describes. */
interface OpenCall<Params extends z.ZodObject, Query extends z.ZodObject>
  extends Pick<RawCall, 'request' | 'requestId' | 'world'> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
}

/** A route for everybody, signed in or not. */
export function openRoute<Value, Params extends z.ZodObject, Query extends z.ZodObject>(
  route: OpenRoute<Value, Params, Query>,
): ApiRoute {
  const { params, query, body } = route;
  return {
    config: toRouteConfig(route, { params, query, body, refuses: [400], security: [] }),
    access: 'open',
    isCostly: false,
    isTagged: false,
    body: body ? 'whole' : 'none',
    answer: async ({ request, requestId, world, ...given }) =>
      route.answer.respond(
        await route.handle({
          request,
          requestId,
          world,
          params: parseInput(params, given.params, { subject: 'The address' }),
          query: parseInput(query, given.query, { subject: 'The query' }),
        }),
      ),
  };
}
