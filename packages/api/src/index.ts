/** The HTTP interface: made once, mounted anywhere. The typed client has an entry of its own, `@act/api/client`. */

export type { ApiLimits, ApiOptions } from './api-options.ts';
export { type Api, createApi } from './app.ts';
export { type ApiEnvironment, environmentSchema } from './load-setting.ts';
export type { ApiDocument } from './openapi/api-document.ts';
export { createDocument } from './openapi/document.ts';
export { allRoutes } from './routes/all-routes.ts';
export type { ApiRoute } from './routes/route.ts';
