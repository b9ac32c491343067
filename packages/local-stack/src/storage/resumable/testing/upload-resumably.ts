import { randomUUID } from 'node:crypto';
import * as tus from 'tus-js-client';
import type { Actor, TestStack } from '../../../testing/start-stack.ts';

export interface ResumableOptions {
  bucketId?: string;
  key: string;
  contentType?: string;
  chunkSize?: number;
  upsert?: boolean;
  /** A token from `createSignedUploadUrl`: then nobody's rights are asked. */
  signature?: string;
  /** Further fields of the metadata. */
  metadata?: Record<string, string>;
  /** Options of tus-js-client as it knows them. */
  client?: Partial<tus.UploadOptions>;
}

/** The options with which the real tus-js-client uploads to a stack, as Supabase documents them. */
export async function tusOptions(
  stack: TestStack,
  actor: Actor,
  options: ResumableOptions,
): Promise<tus.UploadOptions> {
  const {
    bucketId = 'training-data',
    key,
    contentType = 'image/png',
    chunkSize = 6 * 1024 * 1024,
    signature,
  } = options;
  return {
    endpoint: `${stack.url}/storage/v1/upload/resumable${signature ? '/sign' : ''}`,
    headers: {
      ...(signature ? { 'x-signature': signature } : await stack.headersFor(actor)),
      ...(options.upsert && { 'x-upsert': 'true' }),
    },
    metadata: {
      bucketName: bucketId,
      objectName: key,
      contentType,
      cacheControl: '3600',
      ...options.metadata,
    },
    chunkSize,
    retryDelays: null,
    uploadDataDuringCreation: true,
    fingerprint: async () => randomUUID(),
    ...options.client,
  };
}

/** Uploads to the end. @returns null, or the status with which it was refused */
export async function uploadResumably(
  stack: TestStack,
  actor: Actor,
  content: Buffer,
  options: ResumableOptions,
): Promise<number | null> {
  const prepared = await tusOptions(stack, actor, options);
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(content, {
      ...prepared,
      onSuccess: () => resolve(null),
      onError: (error) => {
        const status = error instanceof tus.DetailedError ? error.originalResponse?.getStatus() : undefined;
        if (status === undefined) reject(error);
        else resolve(status);
      },
    });
    upload.start();
  });
}
