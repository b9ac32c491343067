import { refusals } from '../errors/refusals.ts';
import { parseContentType } from '../requests/content-type.ts';
import { parseBucketName, parseObjectKey } from '../requests/object-key.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import type { ContentSettings } from '../rows/object-metadata.ts';
import { parseUserMetadata, type UserMetadata } from '../rows/user-metadata.ts';

/** What a client says of its file in the `Upload-Metadata` header. */
export interface UploadMetadata {
  path: ObjectPath;
  content: ContentSettings;
  userMetadata: UserMetadata | null;
}

/** Reads the header's fields by Supabase's names; nothing in them is trusted. */
export function parseUploadMetadata(fields: Record<string, string | null> | undefined): UploadMetadata {
  if (!fields) throw refusals.invalidRequest('Metadata header is required');
  const { bucketName, objectName, contentType, cacheControl, metadata } = fields;
  return {
    path: { bucketId: parseBucketName(bucketName ?? ''), key: parseObjectKey(objectName ?? '') },
    content: {
      mimetype: parseContentType(contentType || 'application/octet-stream'),
      cacheControl: cacheControl && /^\d{1,10}$/.test(cacheControl) ? `max-age=${cacheControl}` : 'no-cache',
    },
    userMetadata: parseUserMetadata(metadata),
  };
}
