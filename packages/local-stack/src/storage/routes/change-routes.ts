import type { Hono } from 'hono';
import { z } from 'zod';
import { refusals } from '../errors/refusals.ts';
import { copyObject } from '../objects/copy-object.ts';
import { moveStoredObject } from '../objects/move-object.ts';
import { removeObjects } from '../objects/remove-objects.ts';
import { operations } from '../operations.ts';
import { parseBucketName, parseObjectKey } from '../requests/object-key.ts';
import { readJson } from '../requests/request-input.ts';
import { readBucketPath, readObjectPath } from '../requests/request-path.ts';
import { parseMetadataHeader } from '../rows/user-metadata.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

const relocationSchema = z.object({
  bucketId: z.string(),
  sourceKey: z.string(),
  destinationKey: z.string(),
  destinationBucket: z.string().optional(),
  sourceVersionId: z.undefined({ error: 'is not supported: versions are not enabled' }).optional(),
});

const copySchema = relocationSchema.extend({
  copyMetadata: z.boolean().default(true),
  metadata: z.object({ cacheControl: z.string().optional(), mimetype: z.string().optional() }).default({}),
});

const removeSchema = z.object({ prefixes: z.array(z.string()).min(1).max(1000) });

/** `move`, `copy` and `remove`. */
export function addChangeRoutes(app: Hono, parts: StorageParts): void {
  app.post('/object/move', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const body = await readJson(request, relocationSchema);
    const { id, name } = await moveStoredObject(parts, caller, toPaths(body));
    return Response.json({ message: 'Successfully moved', Id: id, Key: name });
  });

  app.post('/object/copy', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const body = await readJson(request, copySchema);
    const { from, to } = toPaths(body);
    const row = await copyObject(parts, caller, {
      from,
      to,
      upsert: request.headers.get('x-upsert') === 'true',
      changes: body.copyMetadata
        ? null
        : { ...body.metadata, userMetadata: parseMetadataHeader(request.headers) },
    });
    return Response.json({ Id: row.id, Key: `${to.bucketId}/${to.key}`, ...row });
  });

  app.delete('/object/:bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const bucketId = readBucketPath(request, '/object');
    const { prefixes } = await readJson(request, removeSchema);
    return Response.json(
      await removeObjects(parts, { caller, bucketId, keys: prefixes, operation: operations.removeMany }),
    );
  });

  app.delete('/object/:bucket/*', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const { bucketId, key } = readObjectPath(request, '/object');
    const removed = await removeObjects(parts, {
      caller,
      bucketId,
      keys: [key],
      operation: operations.remove,
    });
    // Hosted tells apart what is not there and what is not one's own; that would tell strangers which files exist.
    if (removed.length === 0) throw refusals.noSuchKey();
    return Response.json({ message: 'Successfully deleted' });
  });
}

function toPaths({
  bucketId,
  sourceKey,
  destinationBucket,
  destinationKey,
}: z.infer<typeof relocationSchema>) {
  return {
    from: { bucketId: parseBucketName(bucketId), key: parseObjectKey(sourceKey) },
    to: { bucketId: parseBucketName(destinationBucket || bucketId), key: parseObjectKey(destinationKey) },
  };
}
