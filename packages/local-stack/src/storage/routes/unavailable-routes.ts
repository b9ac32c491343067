import type { Hono } from 'hono';
import { refusals } from '../errors/refusals.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

/** What hosted has and a free project has not: each says so, instead of doing something else. */
export function addUnavailableRoutes(app: Hono, parts: StorageParts): void {
  const refuse = () => {
    throw refusals.featureNotEnabled();
  };

  // Image transformations.
  app.all('/render/*', refuse);

  // Emptying the CDN: for the secret key only, then for paying projects only.
  for (const route of ['/cdn', '/cdn/*']) {
    app.delete(route, async ({ req: { raw: request } }) => {
      const { role } = await identify(parts, request);
      throw role === 'service_role' ? refusals.featureNotEnabled() : refusals.wrongRole();
    });
  }

  // Versions of objects, buckets for analytics and vectors, the S3 protocol.
  app.all('/bucket/:bucket/lifecycle', refuse);
  for (const route of ['/iceberg/*', '/vector/*', '/s3', '/s3/*']) app.all(route, refuse);
}
