import type { ApiOptions } from './api-options.ts';
import { createWorld } from './api-world.ts';
import { createDocument } from './openapi/document.ts';
import { allRoutes } from './routes/all-routes.ts';
import { type Api, serveRoutes } from './serve-routes.ts';

export type { Api } from './serve-routes.ts';

/** Makes the HTTP interface of a project. Nothing is asked or loaded before the first request. */
export function createApi(options: ApiOptions): Api {
  const world = createWorld(options, (basePath) => createDocument(allRoutes, basePath));
  return serveRoutes({
    world,
    routes: allRoutes.map((route) => [toPattern(route.config.path), route]),
    getPath: (request) => pathBelow(world.basePath, request),
    hint: `All routes are in ${world.basePath}/openapi.json.`,
  });
}

/** `{id}` of the document is `:id` of the router. */
const toPattern = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** What lies outside of the base path is nobody's. */
function pathBelow(basePath: string, request: Request): string {
  const { pathname } = new URL(request.url);
  if (pathname === basePath) return '/';
  if (basePath === '') return pathname;
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '/-';
}
