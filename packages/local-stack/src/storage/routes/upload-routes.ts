import type { Hono } from 'hono';
import { refusals } from '../errors/refusals.ts';
import { storeUpload } from '../objects/store-upload.ts';
import type { UploadIntent } from '../objects/upload-rights.ts';
import { operations } from '../operations.ts';
import { type ObjectPath, readObjectPath } from '../requests/request-path.ts';
import { readUploadBody } from '../requests/upload-body.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

/** `upload`, `update` and `uploadToSignedUrl`. */
export function addUploadRoutes(app: Hono, parts: StorageParts): void {
  app.put('/object/upload/sign/:bucket/*', async ({ req: { raw: request } }) => {
    const path = readObjectPath(request, '/object/upload/sign');
    const token = new URL(request.url).searchParams.get('token');
    if (token === null) throw refusals.invalidRequest("querystring must have required property 'token'");
    const { ownerId, upsert } = await parts.tokens.verify(token, 'upload', path);
    const intent = { path, caller: null, ownerId, upsert, operation: operations.uploadSigned };
    await storeUpload(parts, intent, await readUploadBody(request));
    return Response.json({ Key: toFullKey(path) });
  });

  app.post('/object/:bucket/*', ({ req: { raw: request } }) =>
    upload(request, { operation: operations.upload, upsert: request.headers.get('x-upsert') === 'true' }),
  );
  app.put('/object/:bucket/*', ({ req: { raw: request } }) =>
    upload(request, { operation: operations.update, upsert: true }),
  );

  async function upload(
    request: Request,
    how: Pick<UploadIntent, 'operation' | 'upsert'>,
  ): Promise<Response> {
    const caller = await identify(parts, request);
    const path = readObjectPath(request, '/object');
    const intent = { path, caller, ownerId: caller.userId, ...how };
    const { id } = await storeUpload(parts, intent, await readUploadBody(request));
    return Response.json({ Id: id, Key: toFullKey(path) });
  }
}

const toFullKey = ({ bucketId, key }: ObjectPath) => `${bucketId}/${key}`;
