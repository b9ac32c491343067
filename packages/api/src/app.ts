import { Hono } from 'hono';
import type { ApiOptions } from './api-options.ts';
import { type ApiWorld, createWorld } from './api-world.ts';
import { answerError } from './http/answer-error.ts';
import { answerRequest } from './http/answer-request.ts';
import { ApiError } from './http/api-error.ts';
import { addCorsHeaders, answerPreflight } from './http/cors.ts';
import { toRequestId } from './http/request-id.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { toApiError } from './http/to-api-error.ts';
import { createDocument } from './openapi/document.ts';
import { allRoutes } from './routes/all-routes.ts';
import { createDoorkeeper } from './session/doorkeeper.ts';

/** The interface, as anything takes it that knows `Request` and `Response`. */
export interface Api {
  fetch(request: Request): Promise<Response>;
}

interface Env {
  Variables: { requestId: string };
}

/** Makes the HTTP interface of a project. Nothing is asked or loaded before the first request. */
export function createApi(options: ApiOptions): Api {
  const world = createWorld(options, (basePath) => createDocument(allRoutes, basePath));
  const doorkeeper = createDoorkeeper(world);
  const app = new Hono<Env>({ getPath: (request) => pathBelow(world.basePath, request) });

  app.use(async (context, next) => {
    const request = context.req.raw;
    context.set('requestId', toRequestId(context.req.header('x-request-id'), world.generateId));
    if (request.method === 'OPTIONS') context.res = answerPreflight(request, world.allowedOrigins);
    else await next();
    context.res.headers.set('X-Request-Id', context.get('requestId'));
  });
  app.onError((error, context) => {
    const requestId = context.get('requestId');
    const known = toApiError(error);
    if (known.status >= 500) world.logger.error('A request failed.', { requestId, error });
    return answerError(known, requestId);
  });
  app.notFound((context) => answerError(noRoute(), context.get('requestId')));
  for (const route of allRoutes) {
    app.on(route.config.method, toPattern(route.config.path), (context) =>
      answerRequest(context, route, { world, doorkeeper, requestId: context.get('requestId') }),
    );
  }
  return {
    fetch: async (request) => finish(request, await app.fetch(request), world),
  };
}

/** `{id}` of the document is `:id` of the router. */
const toPattern = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** What lies outside of the base path is nobody's. */
function pathBelow(basePath: string, request: Request): string {
  const { pathname } = new URL(request.url);
  if (basePath === '') return pathname;
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '/-';
}

const noRoute = () =>
  new ApiError({
    status: 404,
    code: 'route_not_found',
    message: 'There is nothing at this address, or not for this method.',
    hint: 'All routes are in openapi.json.',
  });

function finish(request: Request, answer: Response, world: ApiWorld): Response {
  addSecurityHeaders(answer.headers, new URL(request.url).protocol === 'https:');
  addCorsHeaders(answer.headers, request, world.allowedOrigins);
  return answer;
}
