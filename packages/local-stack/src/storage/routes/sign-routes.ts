import type { Hono } from 'hono';
import { z } from 'zod';
import { testLastingRights } from '../objects/upload-rights.ts';
import { operations } from '../operations.ts';
import { readJson } from '../requests/request-input.ts';
import { type ObjectPath, readBucketPath, readObjectPath } from '../requests/request-path.ts';
import { findNames, getObject } from '../rows/object-rows.ts';
import { parseMetadataHeader } from '../rows/user-metadata.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

const uploadExpiresInSeconds = 2 * 60 * 60;
const maxExpiresInSeconds = 100 * 365 * 24 * 60 * 60;
const expiresIn = z.int().min(1).max(maxExpiresInSeconds);
const signSchema = z.object({ expiresIn });
const signManySchema = z.object({ expiresIn, paths: z.array(z.string()).min(1).max(1000) });

/** `createSignedUrl`, `createSignedUrls` and `createSignedUploadUrl`. */
export function addSignRoutes(app: Hono, parts: StorageParts): void {
  const { database, tokens } = parts;

  app.post('/object/upload/sign/:bucket/*', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const path = readObjectPath(request, '/object/upload/sign');
    const upsert = request.headers.get('x-upsert') === 'true';
    const intent = { path, caller, ownerId: caller.userId, upsert, operation: operations.signUpload };
    // Like hosted: what the policies see of the file is what this request says of itself.
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    const metadata = {
      mimetype: request.headers.get('content-type'),
      contentLength: Number.isNaN(length) ? null : length,
    };
    const userMetadata = parseMetadataHeader(request.headers);
    await database.transaction(intent.operation, (transaction) =>
      testLastingRights(transaction, intent, { metadata, userMetadata }),
    );
    const token = await tokens.sign({
      kind: 'upload',
      path,
      expiresInSeconds: uploadExpiresInSeconds,
      ownerId: caller.userId,
      upsert,
    });
    return Response.json({ url: `/object/upload/sign/${path.bucketId}/${path.key}?token=${token}`, token });
  });

  app.post('/object/sign/:bucket', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const bucketId = readBucketPath(request, '/object/sign');
    const options = await readJson(request, signManySchema);
    const found = await database.transactionAs(caller, operations.signMany, (transaction) =>
      findNames(transaction, bucketId, options.paths),
    );
    const answers = options.paths.map(async (key) =>
      found.has(key)
        ? { error: null, path: key, signedURL: await signDownload({ bucketId, key }, options.expiresIn) }
        : {
            error: 'Either the object does not exist or you do not have access to it',
            path: key,
            signedURL: null,
          },
    );
    return Response.json(await Promise.all(answers));
  });

  app.post('/object/sign/:bucket/*', async ({ req: { raw: request } }) => {
    const caller = await identify(parts, request);
    const path = readObjectPath(request, '/object/sign');
    const options = await readJson(request, signSchema);
    await database.transactionAs(caller, operations.sign, (transaction) => getObject(transaction, path));
    return Response.json({ signedURL: await signDownload(path, options.expiresIn) });
  });

  /** Relative to the service and not percent-encoded: supabase-js does both. */
  async function signDownload(path: ObjectPath, expiresInSeconds: number): Promise<string> {
    const token = await tokens.sign({ kind: 'download', path, expiresInSeconds });
    return `/object/sign/${path.bucketId}/${path.key}?token=${token}`;
  }
}
