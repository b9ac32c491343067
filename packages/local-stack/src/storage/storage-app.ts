import { Hono } from 'hono';
import { refusals } from './errors/refusals.ts';
import { toStorageError } from './errors/storage-error.ts';
import { basePath } from './requests/request-path.ts';
import { addBucketRoutes } from './routes/bucket-routes.ts';
import { addChangeRoutes } from './routes/change-routes.ts';
import { addDownloadRoutes } from './routes/download-routes.ts';
import { addListRoutes } from './routes/list-routes.ts';
import { addSignRoutes } from './routes/sign-routes.ts';
import { addUnavailableRoutes } from './routes/unavailable-routes.ts';
import { addUploadRoutes } from './routes/upload-routes.ts';
import type { StorageParts } from './storage-parts.ts';

/** Everything under /storage/v1 but resumable uploads. */
export function createStorageApp(parts: StorageParts): Hono {
  const app = new Hono().basePath(basePath);
  app.get('/status', () => new Response(null, { status: 200 }));
  addUnavailableRoutes(app, parts);
  addBucketRoutes(app, parts);
  // Before the uploads and downloads, whose routes take every other word for a bucket.
  addListRoutes(app, parts);
  addSignRoutes(app, parts);
  addChangeRoutes(app, parts);
  addUploadRoutes(app, parts);
  addDownloadRoutes(app, parts);

  app.notFound(({ req }) => refusals.routeNotFound(req.method, new URL(req.url).pathname).toResponse());
  app.onError((thrown) => {
    const error = toStorageError(thrown);
    // A fault of this service, or of what it stands on: somebody should read about it.
    if (error.statusCode === 500) console.error(error.cause ?? error);
    return error.toResponse();
  });
  return app;
}
