import type { Hono } from 'hono';
import { z } from 'zod';
import { refusals } from '../errors/refusals.ts';
import { emptyBucket } from '../objects/empty-bucket.ts';
import { operations } from '../operations.ts';
import { parseBucketName } from '../requests/object-key.ts';
import { readJson, readQuery } from '../requests/request-input.ts';
import { readBucketPath } from '../requests/request-path.ts';
import { type BucketRow, bucketColumns, getBucket } from '../rows/bucket-rows.ts';
import {
  createBucketSchema,
  parseAllowedTypes,
  parseSizeLimit,
  updateBucketSchema,
} from '../rows/bucket-settings.ts';
import { isForeignKeyViolation, isUniqueViolation } from '../rows/database-errors.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

const listBucketsSchema = z.object({
  limit: z.coerce.number().int().min(1).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  sortColumn: z.enum(['id', 'name', 'created_at', 'updated_at']).optional(),
  sortOrder: z.enum(['asc', 'desc']).default('asc'),
  search: z.string().default(''),
});

/** All calls on buckets, as the policies of storage.buckets allow them. */
export function addBucketRoutes(app: Hono, parts: StorageParts): void {
  const { database, bytes } = parts;

  app.get('/bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const { limit, offset, sortColumn, sortOrder, search } = readQuery(request, listBucketsSchema);
    const order = sortColumn ? `order by ${sortColumn} ${sortOrder}` : '';
    const buckets = await database.transactionAs(caller, operations.listBuckets, (transaction) =>
      transaction.query<BucketRow>(
        `select ${bucketColumns}, 'STANDARD' as type from storage.buckets
         where position(lower($1) in lower(name)) > 0 ${order} limit $2 offset $3`,
        [search, limit ?? null, offset],
      ),
    );
    return Response.json(buckets);
  });

  app.get('/bucket/:bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const bucketId = readBucketPath(request, '/bucket');
    const bucket = await database.transactionAs(caller, operations.getBucket, (transaction) =>
      getBucket(transaction, bucketId),
    );
    return Response.json(bucket);
  });

  app.post('/bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const body = await readJson(request, createBucketSchema);
    if (body.type === 'ANALYTICS') throw refusals.featureNotEnabled();
    const values = [
      parseBucketName(body.id ?? body.name),
      parseBucketName(body.name),
      caller.userId,
      body.public ?? false,
      parseSizeLimit(body.file_size_limit) ?? null,
      parseAllowedTypes(body.allowed_mime_types) ?? null,
    ];
    await database.transactionAs(caller, operations.createBucket, (transaction) =>
      transaction
        .query(
          `insert into storage.buckets (id, name, owner_id, public, file_size_limit, allowed_mime_types)
         values ($1, $2, $3, $4, $5, $6)`,
          values,
        )
        .catch((error: unknown) => {
          throw isUniqueViolation(error) ? refusals.bucketExists(error) : error;
        }),
    );
    return Response.json({ name: body.name });
  });

  app.put('/bucket/:bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const bucketId = readBucketPath(request, '/bucket');
    const body = await readJson(request, updateBucketSchema);
    const changes = Object.entries({
      public: body.public,
      file_size_limit: parseSizeLimit(body.file_size_limit),
      allowed_mime_types: parseAllowedTypes(body.allowed_mime_types),
    }).filter(([, value]) => value !== undefined);
    const assignments = changes.map(([column], index) => `${column} = $${index + 2}`).join(', ');
    const updated = await database.transactionAs(caller, operations.updateBucket, (transaction) =>
      transaction.query(
        `update storage.buckets set ${assignments}, updated_at = now() where id = $1 returning id`,
        [bucketId, ...changes.map(([, value]) => value)],
      ),
    );
    if (updated.length === 0) throw refusals.noSuchBucket();
    return Response.json({ message: 'Successfully updated' });
  });

  app.delete('/bucket/:bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const bucketId = readBucketPath(request, '/bucket');
    await database.transactionAs(caller, operations.deleteBucket, async (transaction) => {
      // The objects' key to their bucket says whether it is empty, and only to who might delete it.
      const deleted = await transaction
        .query('delete from storage.buckets where id = $1 returning id', [bucketId])
        .catch((error: unknown) => {
          throw isForeignKeyViolation(error) ? refusals.bucketNotEmpty() : error;
        });
      if (deleted.length === 0) throw refusals.noSuchBucket();
    });
    await bytes.removeBucket(bucketId);
    return Response.json({ message: 'Successfully deleted' });
  });

  app.post('/bucket/:bucket/empty', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    if (caller.role !== 'service_role') throw refusals.wrongRole();
    await emptyBucket(parts, caller, readBucketPath(request, '/bucket'));
    return Response.json({ message: 'Empty bucket has been queued. Completion may take up to an hour.' });
  });
}
