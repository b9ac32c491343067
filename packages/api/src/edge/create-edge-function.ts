import type { ApiOptions } from '../api-options.ts';
import { createWorld } from '../api-world.ts';
import { createDocument } from '../openapi/document.ts';
import { type Api, serveRoutes } from '../serve-routes.ts';
import { type EdgeFunctionName, edgeFunctions } from './edge-functions.ts';

/** One edge function. It checks, records and wakes in the caller's own name; the engine does the work. */
export function createEdgeFunction(name: EdgeFunctionName, options: ApiOptions): Api {
  const routes = edgeFunctions[name];
  return serveRoutes({
    world: createWorld(options, (basePath) => createDocument(Object.values(routes), basePath)),
    routes: Object.entries(routes),
    getPath: (request) => pathBehind(name, request),
    hint: 'Send a POST to the function by its name.',
    // What supabase-js sends along to every function.
    furtherHeaders: 'apikey, x-client-info',
  });
}

/** Supabase passes on the path from the function's name; a gateway of one's own may leave more before it. */
function pathBehind(name: EdgeFunctionName, request: Request): string {
  const [, behind] = new URL(request.url).pathname.split(`/${name}`, 2);
  if (behind === undefined) return '/-';
  return behind === '' ? '/' : behind;
}
