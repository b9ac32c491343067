import { OpenAPIHono } from '@hono/zod-openapi';
import { errorSchema } from '../answers/error-answer.ts';
import { areas } from '../routes/areas.ts';
import { refusalComponents } from '../routes/refusals.ts';
import type { ApiRoute } from '../routes/route.ts';
import type { ApiDocument } from './api-document.ts';

const about = `Upload pictures, train image models of a brand with them, and make pictures with the models.

Every call is made in the name of whoever is signed in, with a bearer token or the session's cookie, and for one of their
brands: the one whose host is called, the one that \`brandId\` or \`X-Brand-Id\` names, or the only one. What is another
brand's is not there: 404.

Lists come a page at a time: pass \`nextCursor\` as \`cursor\`. What is polled has an \`ETag\`. What costs takes an
\`Idempotency-Key\`: the same request under the same key is answered as the first time, another one with 409. What is too much
at once is answered with 429 and \`Retry-After\`.`;

/** The interface as a document: every route, every answer. */
export function createDocument(routes: readonly ApiRoute[], basePath: string): ApiDocument {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a session of the project.',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sb-auth-token',
    description: 'The session as `@supabase/ssr` writes it; each storefront has a name of its own for it.',
  });
  openAPIRegistry.register('Error', errorSchema);
  for (const { name, response } of refusalComponents) {
    openAPIRegistry.registerComponent('responses', name, response);
  }
  for (const { config } of routes) openAPIRegistry.registerPath(config);
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'ACT', version: '1.0.0', description: about, license: { name: 'Proprietary' } },
    servers: [{ url: basePath === '' ? '/' : basePath }],
    tags: Object.entries(areas).map(([name, description]) => ({ name, description })),
  });
}
