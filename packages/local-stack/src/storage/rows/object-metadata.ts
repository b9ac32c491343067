import { z } from 'zod';
import type { WrittenBytes } from '../bytes/write-bytes.ts';

/** What hosted keeps about the bytes of an object, beside what its uploader wrote about it. */
export const objectMetadataSchema = z.looseObject({
  eTag: z.string().catch(''),
  size: z.number().catch(0),
  mimetype: z.string().catch('application/octet-stream'),
  cacheControl: z.string().catch('no-cache'),
  lastModified: z.string().catch(''),
  contentEncoding: z.string().optional().catch(undefined),
});

export type ObjectMetadata = z.infer<typeof objectMetadataSchema>;

/** How the bytes are to be served, as their uploader declared it. */
export interface ContentSettings {
  mimetype: string;
  cacheControl: string;
  contentEncoding?: string | undefined;
}

export function describeBytes(written: WrittenBytes, content: ContentSettings): ObjectMetadata {
  return {
    eTag: written.etag,
    size: written.sizeBytes,
    mimetype: content.mimetype,
    cacheControl: content.cacheControl,
    lastModified: new Date().toISOString(),
    contentLength: written.sizeBytes,
    httpStatusCode: 200,
    ...(content.contentEncoding && { contentEncoding: content.contentEncoding }),
  };
}
