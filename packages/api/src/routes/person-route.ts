import { parseInput } from '@act/ai-models/schemas';
import { z } from 'zod';
import type { Caller } from '../session/caller.ts';
import { costlyRefusals, personRefusals } from './refusals.ts';
import { brandField, brandHeader, idempotencyHeader } from './request-fields.ts';
import type { ApiRoute, RawCall } from './route.ts';
import { nothing, type RouteDescription, toRouteConfig } from './route-config.ts';

/** A request of somebody who is signed in, in the form that its route describes. */
interface PersonCall<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>
  extends Pick<RawCall, 'request' | 'requestId' | 'world'> {
  readonly caller: Caller;
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly idempotencyKey: string | undefined;
}

export interface PersonRoute<
  Value,
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
> extends RouteDescription<Value> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Of the body, for the reference. */
  readonly example?: unknown;
  /** The body is a form, which the handler reads from the request. */
  readonly form?: z.ZodObject;
  /** Costs money: counted more strictly, and it takes an `Idempotency-Key`. */
  readonly isCostly?: boolean;
  handle(call: PersonCall<Params, Query, Body>): Promise<Value> | Value;
}

type Nothing = typeof nothing;

/** A route for whoever is signed in. */
export function personRoute<
  Value,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(route: PersonRoute<Value, Params, Query, Body>): ApiRoute {
  const { params, query, body, form, example, isCostly = false, isTagged = false } = route;
  return {
    config: toRouteConfig(route, {
      params,
      query: (query ?? nothing).extend(brandField),
      headers: isCostly ? brandHeader.extend(idempotencyHeader) : brandHeader,
      body: form
        ? { type: 'multipart/form-data', schema: form, example }
        : body && { type: 'application/json', schema: body, example },
      refuses: [...personRefusals, ...(isCostly ? costlyRefusals : [])],
      security: [{ bearer: [] }, { cookie: [] }],
    }),
    access: 'person',
    isCostly,
    isTagged,
    body: form ? 'whole' : body ? 'json' : 'none',
    answer: async ({ request, requestId, world, ...given }, caller) => {
      if (caller === null) throw new TypeError(`${route.operationId} is not for strangers.`);
      const value = await route.handle({
        caller,
        params: parseInput(orNothing(params), given.params, { subject: 'The address' }),
        query: parseInput(orNothing(query), given.query, { subject: 'The query' }),
        body: parseInput(orNothing(body), given.body ?? {}, { subject: 'The body' }),
        idempotencyKey: isCostly ? readIdempotencyKey(request) : undefined,
        request,
        requestId,
        world,
      });
      return route.answer.respond(value);
    },
  };
}

/** A route that does not describe a part takes nothing there, and its handler has no use for it. */
const orNothing = <Schema extends z.ZodType>(schema: Schema | undefined): Schema =>
  schema ?? (nothing as unknown as Schema);

function readIdempotencyKey({ headers }: Request): string | undefined {
  const given = { 'Idempotency-Key': headers.get('idempotency-key') ?? undefined };
  return parseInput(z.object(idempotencyHeader), given, { subject: 'The headers' })['Idempotency-Key'];
}
