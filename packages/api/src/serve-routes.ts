import { Hono } from 'hono';
import type { ApiWorld } from './api-world.ts';
import { answerError } from './http/answer-error.ts';
import { answerRequest } from './http/answer-request.ts';
import { ApiError } from './http/api-error.ts';
import { addCorsHeaders, answerPreflight } from './http/cors.ts';
import { toRequestId } from './http/request-id.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { toApiError } from './http/to-api-error.ts';
import type { ApiRoute } from './routes/route.ts';
import { createDoorkeeper } from './session/doorkeeper.ts';

/** The interface, as anything takes it that knows `Request` and `Response`. */
export interface Api {
  fetch(request: Request): Promise<Response>;
}

export interface ServeRoutesOptions {
  readonly world: ApiWorld;
  /** By the router's pattern for where they answer. */
  readonly routes: readonly (readonly [pattern: string, route: ApiRoute])[];
  /** Where in the interface a request leads. */
  readonly getPath: (request: Request) => string;
  /** To whoever asks for what is not there. */
  readonly hint: string;
  /** Sent along by a client although no route asks for them. */
  readonly furtherHeaders?: string;
}

interface Env {
  Variables: { requestId: string };
}

/** Answers requests by routes, each with an id and in the form that all answers have. */
export function serveRoutes(options: ServeRoutesOptions): Api {
  const { world, routes, getPath, hint, furtherHeaders } = options;
  const doorkeeper = createDoorkeeper(world);
  const app = new Hono<Env>({ getPath });

  app.use(async (context, next) => {
    const request = context.req.raw;
    context.set('requestId', toRequestId(context.req.header('x-request-id'), world.generateId));
    if (request.method === 'OPTIONS') {
      const answer = answerPreflight(request, world.allowedOrigins);
      if (furtherHeaders) answer.headers.append('Access-Control-Allow-Headers', furtherHeaders);
      context.res = answer;
    } else await next();
    context.res.headers.set('X-Request-Id', context.get('requestId'));
  });
  app.onError((error, context) => {
    const requestId = context.get('requestId');
    const known = toApiError(error);
    if (known.status >= 500) world.logger.error('A request failed.', { requestId, error });
    return answerError(known, requestId);
  });
  app.notFound((context) => answerError(noRoute(hint), context.get('requestId')));
  for (const [pattern, served] of groupByPattern(routes)) {
    for (const route of served) {
      app.on(route.config.method, pattern, (context) =>
        answerRequest(context, route, { world, doorkeeper, requestId: context.get('requestId') }),
      );
    }
    app.all(pattern, () => {
      throw otherMethods(served);
    });
  }
  return {
    fetch: async (request) => {
      const answer = await app.fetch(request);
      addSecurityHeaders(answer.headers, new URL(request.url).protocol === 'https:');
      addCorsHeaders(answer.headers, request, world.allowedOrigins);
      return answer;
    },
  };
}

/** What is named as it stands comes before what a pattern would take for an id, as OpenAPI has it. */
function groupByPattern(routes: ServeRoutesOptions['routes']): [pattern: string, served: ApiRoute[]][] {
  const served = Map.groupBy(routes, ([pattern]) => pattern);
  return [...served]
    .sort(([one], [other]) => one.split(':').length - other.split(':').length)
    .map(([pattern, all]) => [pattern, all.map(([, route]) => route)]);
}

function otherMethods(served: readonly ApiRoute[]): ApiError {
  const methods = served.map(({ config }) => config.method.toUpperCase());
  if (methods.includes('GET')) methods.push('HEAD');
  const allowed = methods.join(', ');
  return new ApiError({
    status: 405,
    code: 'method_not_allowed',
    message: 'This address takes other methods.',
    hint: `Use ${allowed}.`,
    headers: { Allow: allowed },
  });
}

const noRoute = (hint: string) =>
  new ApiError({
    status: 404,
    code: 'route_not_found',
    message: 'There is nothing at this address.',
    hint,
  });
