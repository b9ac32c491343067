import type { Hono } from 'hono';
import { refusals } from '../errors/refusals.ts';
import { getReadable, identifyReader, type Reader } from '../objects/get-readable.ts';
import { serveObject } from '../objects/serve-object.ts';
import { operations } from '../operations.ts';
import { readObjectPath } from '../requests/request-path.ts';
import { objectMetadataSchema } from '../rows/object-metadata.ts';
import type { ObjectRow } from '../rows/object-rows.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

/** `download`, signed and public addresses, `info` and `exists`. */
export function addDownloadRoutes(app: Hono, parts: StorageParts): void {
  const { bytes, tokens } = parts;

  app.get('/object/sign/:bucket/*', async ({ req: { raw: request } }) => {
    const path = readObjectPath(request, '/object/sign');
    const { searchParams } = new URL(request.url);
    const token = searchParams.get('token');
    if (token === null) throw refusals.invalidRequest("querystring must have required property 'token'");
    const { expiresAt } = await tokens.verify(token, 'download', path);
    return serveObject(bytes, request, {
      find: () => getReadable(parts, { by: 'token' }, path, operations.getSigned),
      download: searchParams.get('download') ?? undefined,
      expiresAt,
    });
  });

  app.get('/object/info/public/:bucket/*', ({ req: { raw } }) =>
    inform(raw, '/object/info/public', async () => ({ by: 'public' })),
  );
  app.get('/object/info/authenticated/:bucket/*', ({ req: { raw } }) =>
    inform(raw, '/object/info/authenticated', asCaller),
  );
  app.get('/object/info/:bucket/*', ({ req: { raw } }) =>
    inform(raw, '/object/info', (request) => identifyReader(parts, request)),
  );

  app.get('/object/public/:bucket/*', ({ req: { raw } }) =>
    serve(raw, '/object/public', async () => ({ by: 'public' })),
  );
  app.get('/object/authenticated/:bucket/*', ({ req: { raw } }) =>
    serve(raw, '/object/authenticated', asCaller),
  );
  app.get('/object/:bucket/*', ({ req: { raw } }) =>
    serve(raw, '/object', (request) => identifyReader(parts, request)),
  );

  async function asCaller(request: Request): Promise<Reader> {
    return { by: 'caller', caller: await identify(parts, request) };
  }

  async function serve(request: Request, route: string, identifyBy: IdentifyBy): Promise<Response> {
    const reader = await identifyBy(request);
    const path = readObjectPath(request, route);
    const operation = readOperation(request, reader);
    const download = new URL(request.url).searchParams.get('download') ?? undefined;
    refuseVersions(request);
    return serveObject(bytes, request, {
      find: () => getReadable(parts, reader, path, operation),
      download,
    });
  }

  async function inform(request: Request, route: string, identifyBy: IdentifyBy): Promise<Response> {
    const reader = await identifyBy(request);
    const path = readObjectPath(request, route);
    refuseVersions(request);
    const operation = reader.by === 'public' ? operations.getPublicInfo : operations.getInfo;
    return Response.json(toInfo(await getReadable(parts, reader, path, operation)));
  }
}

type IdentifyBy = (request: Request) => Promise<Reader>;

function readOperation(request: Request, reader: Reader): string {
  if (reader.by === 'public')
    return request.method === 'HEAD' ? operations.getPublicInfo : operations.getPublic;
  return request.method === 'HEAD' ? operations.headInfo : operations.getAuthenticated;
}

/** Clients can name a version of an object. Hosted has versions switched off; an answer with another one would be wrong. */
function refuseVersions(request: Request): void {
  if (new URL(request.url).searchParams.has('versionId')) throw refusals.featureNotEnabled();
}

function toInfo(row: ObjectRow) {
  const metadata = objectMetadataSchema.parse(row.metadata ?? {});
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    bucket_id: row.bucket_id,
    size: metadata.size,
    content_type: metadata.mimetype,
    content_encoding: metadata.contentEncoding ?? null,
    cache_control: metadata.cacheControl,
    etag: metadata.eTag,
    metadata: row.user_metadata,
    last_modified: row.updated_at,
    created_at: row.created_at,
  };
}
