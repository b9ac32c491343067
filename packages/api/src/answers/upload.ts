import { z } from '@hono/zod-openapi';

/** Where a browser uploads a file itself: straight to storage, in its own name. */
export const uploadTargetSchema = z
  .object({
    bucket: z.string(),
    key: z.string(),
    path: z.string().openapi({ description: 'Bucket and key: what is registered afterwards.' }),
    resumableUrl: z.string().openapi({ description: 'For TUS, in pieces of `chunkBytes`; the normal way.' }),
    uploadUrl: z.string().openapi({ description: 'For one POST with the whole file.' }),
    headers: z
      .record(z.string(), z.string())
      .openapi({ description: 'To be sent along, beside the session as a bearer token.' }),
    metadata: z.record(z.string(), z.string()).openapi({ description: 'What TUS calls `Upload-Metadata`.' }),
    chunkBytes: z.number(),
    maximumBytes: z.number(),
  })
  .openapi('UploadTarget');

export interface UploadTarget {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  readonly maximumBytes: number;
}

export function toUploadTarget(
  { bucket, key, contentType, maximumBytes }: UploadTarget,
  supabase: { readonly url: string; readonly publishableKey: string },
): z.input<typeof uploadTargetSchema> {
  const storage = `${supabase.url}/storage/v1`;
  const path = `${bucket}/${key}`;
  return {
    bucket,
    key,
    path,
    resumableUrl: `${storage}/upload/resumable`,
    uploadUrl: `${storage}/object/${path.split('/').map(encodeURIComponent).join('/')}`,
    headers: { apikey: supabase.publishableKey },
    metadata: { bucketName: bucket, objectName: key, contentType },
    chunkBytes: 6 * 1024 * 1024,
    maximumBytes,
  };
}
