import { Hono } from 'hono';
import type { ApiOptions } from '../api-options.ts';
import { createWorld } from '../api-world.ts';
import type { Api } from '../app.ts';
import { answerError } from '../http/answer-error.ts';
import { answerRequest } from '../http/answer-request.ts';
import { ApiError } from '../http/api-error.ts';
import { addCorsHeaders, answerPreflight } from '../http/cors.ts';
import { toRequestId } from '../http/request-id.ts';
import { addSecurityHeaders } from '../http/security-headers.ts';
import { toApiError } from '../http/to-api-error.ts';
import { createDocument } from '../openapi/document.ts';
import { createDoorkeeper } from '../session/doorkeeper.ts';
import { type EdgeFunctionName, edgeFunctions } from './edge-functions.ts';

interface Env {
  Variables: { requestId: string };
}

/** One edge function. It checks, records and wakes in the caller's own name; the engine does the work. */
export function createEdgeFunction(name: EdgeFunctionName, options: ApiOptions): Api {
  const routes = edgeFunctions[name];
  const world = createWorld(options, (basePath) => createDocument(Object.values(routes), basePath));
  const doorkeeper = createDoorkeeper(world);
  const app = new Hono<Env>({ getPath: (request) => pathBehind(name, request) });

  app.use(async (context, next) => {
    context.set('requestId', toRequestId(context.req.header('x-request-id'), world.generateId));
    if (context.req.method === 'OPTIONS') {
      const answer = answerPreflight(context.req.raw, world.allowedOrigins);
      answer.headers.append('Access-Control-Allow-Headers', headersOfSupabase);
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
  app.notFound((context) => answerError(noRoute(), context.get('requestId')));
  for (const [path, route] of Object.entries(routes)) {
    app.on(route.config.method, path, (context) =>
      answerRequest(context, route, { world, doorkeeper, requestId: context.get('requestId') }),
    );
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

/** What supabase-js sends along to every function. */
const headersOfSupabase = 'apikey, x-client-info';

/** Supabase passes on the path from the function's name; a gateway of one's own may leave more before it. */
function pathBehind(name: EdgeFunctionName, request: Request): string {
  const [, behind] = new URL(request.url).pathname.split(`/${name}`, 2);
  if (behind === undefined) return '/-';
  return behind === '' ? '/' : behind;
}

const noRoute = () =>
  new ApiError({
    status: 404,
    code: 'route_not_found',
    message: 'There is nothing at this address, or not for this method.',
    hint: 'Send a POST to the function by its name.',
  });
