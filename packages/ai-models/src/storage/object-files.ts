import { z } from 'zod';
import type { AiModelsContext, BrandFiles } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { withIdleTimeout } from '../shared/http/idle-timeout.ts';
import { toAbortedError } from '../shared/pause.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { toStorageError } from './storage-error.ts';
import { type Bucket, type StorageKey, toUrlPath } from './storage-paths.ts';

/** A file in storage. */
export interface StoredObject {
  /** Where it lies. */
  readonly bucket: Bucket;
  /** Its place in the bucket. */
  readonly key: StorageKey;
}

/** A file to add. */
export interface PutObjectOptions extends StoredObject, Stoppable {
  /** Such as `image/webp`; one that the bucket takes. */
  readonly contentType: string;
  /** The whole file. */
  readonly body: Blob;
}

/** Adds a file with one request; never replaces one: `conflict`. For what is small enough to be sent again whole. */
export async function putObject(files: BrandFiles, options: PutObjectOptions): Promise<void> {
  const { bucket, key, contentType, body, signal } = options;
  const headers = { 'content-type': contentType, 'cache-control': 'max-age=3600', 'x-upsert': 'false' };
  const response = await ask(files, `/object/${toUrlPath(bucket, key)}`, {
    method: 'POST',
    headers,
    body,
    signal,
  });
  // What matters was said by the status; a call that is stopped now has arrived.
  await response.body?.cancel().catch(() => undefined);
}

/** How to get a file. The signal also ends the body. */
export interface GetObjectOptions extends Stoppable {
  /** While the body brings nothing. Default 60,000. */
  readonly idleTimeoutMs?: number | undefined;
}

/** A file's content. @throws AiModelsError `file_not_found`, also where the caller may not read it */
export async function getObject(
  files: BrandFiles,
  { bucket, key }: StoredObject,
  { signal, idleTimeoutMs }: GetObjectOptions = {},
): Promise<Response> {
  return ask(files, `/object/authenticated/${toUrlPath(bucket, key)}`, { signal, idleTimeoutMs });
}

/** The size of a file, or null where there is none for the caller. */
export async function findObjectSize(
  files: BrandFiles,
  { bucket, key }: StoredObject,
  { signal }: Stoppable = {},
): Promise<number | null> {
  try {
    const response = await ask(files, `/object/info/authenticated/${toUrlPath(bucket, key)}`, { signal });
    return z.object({ size: z.number() }).parse(await response.json()).size;
  } catch (error) {
    if (AiModelsError.isInstance(error, 'file_not_found')) return null;
    throw error;
  }
}

/** A copy to make within a bucket. */
export interface CopyObjectOptions extends Stoppable {
  /** Where both lie. */
  readonly bucket: Bucket;
  /** What is copied. */
  readonly from: StorageKey;
  /** Where to; a file that lies there already is taken for the copy. */
  readonly to: StorageKey;
}

/** Copies a file inside of storage, or finds that it was copied. @throws AiModelsError `file_not_found` */
export async function copyObject(
  files: BrandFiles,
  { bucket, from, to, signal }: CopyObjectOptions,
): Promise<void> {
  const body = JSON.stringify({ bucketId: bucket, sourceKey: from, destinationKey: to });
  try {
    const response = await ask(files, '/object/copy', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([body], { type: 'application/json' }),
      signal,
    });
    await response.body?.cancel().catch(() => undefined);
  } catch (error) {
    if (!AiModelsError.isInstance(error, 'conflict')) throw error;
  }
}

/** Removes a file, or finds that it is not there. Is not stopped by a signal: it is what tidies up after one. */
export const removeObject = (
  context: Pick<AiModelsContext, 'database'>,
  { bucket, key }: StoredObject,
): Promise<void> => removeObjects(context, bucket, [key]);

/** The same for several; at most 1,000. */
export async function removeObjects(
  { database }: Pick<AiModelsContext, 'database'>,
  bucket: Bucket,
  keys: readonly StorageKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const { error } = await database.storage.from(bucket).remove([...keys]);
  if (error) throw toStorageError(error);
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Blob;
  readonly signal: AbortSignal | undefined;
  readonly idleTimeoutMs?: number | undefined;
}

async function ask(files: BrandFiles, path: string, options: AskOptions): Promise<Response> {
  const { signal, idleTimeoutMs, headers, ...init } = options;
  if (signal?.aborted) throw toAbortedError(signal);
  const request = {
    ...init,
    headers: { ...headers, ...(await files.headers()) },
    ...(signal && { signal }),
  };
  const answer = await files.fetch(`${files.url}${path}`, request).catch((cause: unknown) => {
    if (signal?.aborted) throw toAbortedError(signal);
    throw toStorageError(cause);
  });
  const response = withIdleTimeout(answer, { idleTimeoutMs, toError: () => toStorageError(silence()) });
  if (!response.ok) throw toStorageError(await response.json().catch(() => null), response.status);
  return response;
}

const silence = () => new Error('Storage stopped sending in the middle of an answer.');
