import { parseByteRange } from '../bytes/byte-range.ts';
import { toBody } from '../bytes/byte-stream.ts';
import type { ObjectBytes } from '../bytes/object-bytes.ts';
import { refusals } from '../errors/refusals.ts';
import { type ObjectMetadata, objectMetadataSchema } from '../rows/object-metadata.ts';
import type { ObjectRow } from '../rows/object-rows.ts';
import { type ContentHeadersOptions, contentHeaders, isNotModified } from './content-headers.ts';

export interface ServeOptions extends ContentHeadersOptions {
  /** Looks the object up, in the reader's name. */
  find: () => Promise<ObjectRow>;
}

const openAttempts = 3;

/** Answers with an object's bytes, all of them or a range; or without them, to HEAD and to who has them already. */
export async function serveObject(
  bytes: ObjectBytes,
  request: Request,
  options: ServeOptions,
): Promise<Response> {
  if (request.method === 'HEAD') return describeObject(request, await options.find(), options);
  const { row, file } = await openObject(bytes, options.find);
  try {
    const metadata = objectMetadataSchema.parse(row.metadata ?? {});
    const headers = contentHeaders(metadata, options);
    if (isNotModified(request.headers, metadata)) {
      await file.close();
      return notModified(headers);
    }
    const { size } = await file.stat();
    const range = request.headers.get('range');
    if (range === null || !isRangeWanted(request.headers, metadata)) {
      headers.set('content-length', String(size));
      return new Response(await toBody(file, { start: 0, end: size - 1 }), { headers });
    }
    const { start, end } = parseByteRange(range, size);
    headers.set('content-length', String(end - start + 1));
    headers.set('content-range', `bytes ${start}-${end}/${size}`);
    return new Response(await toBody(file, { start, end }), { status: 206, headers });
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A replacement may take the old bytes away between the look-up and the opening: then the new ones are looked up. */
async function openObject(bytes: ObjectBytes, find: () => Promise<ObjectRow>) {
  for (let attempt = 1; ; attempt += 1) {
    const row = await find();
    const file = await bytes.open({ bucketId: row.bucket_id, version: row.version });
    if (file) return { row, file };
    if (attempt >= openAttempts) throw refusals.noSuchKey();
  }
}

function describeObject(request: Request, row: ObjectRow, options: ContentHeadersOptions): Response {
  const metadata = objectMetadataSchema.parse(row.metadata ?? {});
  const headers = contentHeaders(metadata, options);
  if (isNotModified(request.headers, metadata)) return notModified(headers);
  headers.set('content-length', String(metadata.size));
  return new Response(null, { headers });
}

function notModified(headers: Headers): Response {
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
}

/** `If-Range` asks for a part only of the same bytes as before. */
function isRangeWanted(request: Headers, { eTag }: ObjectMetadata): boolean {
  const condition = request.get('if-range');
  return condition === null || condition === eTag;
}
