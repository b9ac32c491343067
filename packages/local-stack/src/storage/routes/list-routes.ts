import type { Hono } from 'hono';
import { operations } from '../operations.ts';
import { readJson } from '../requests/request-input.ts';
import { readBucketPath } from '../requests/request-path.ts';
import { listObjects, listSchema } from '../rows/list-objects.ts';
import { listObjectsV2, listV2Schema } from '../rows/list-objects-v2.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

/** `list` and `listV2`. A bucket that does not exist has, as on hosted, nothing in it. */
export function addListRoutes(app: Hono, parts: StorageParts): void {
  app.post('/object/list/:bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const bucketId = readBucketPath(request, '/object/list');
    const options = await readJson(request, listSchema);
    const entries = await parts.database.transactionAs(caller, operations.list, (transaction) =>
      listObjects(transaction, bucketId, options),
    );
    return Response.json(entries);
  });

  app.post('/object/list-v2/:bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const bucketId = readBucketPath(request, '/object/list-v2');
    const options = await readJson(request, listV2Schema);
    const page = await parts.database.transactionAs(caller, operations.listV2, (transaction) =>
      listObjectsV2(transaction, bucketId, options),
    );
    return Response.json(page);
  });
}
