import type { BrandFiles } from '../../context.ts';
import { AiModelsError } from '../../errors/index.ts';
import { cutText } from '../../shared/cut-text.ts';
import { exchange, type HttpFailure } from '../../shared/http/http-exchange.ts';
import { toAbortedError } from '../../shared/pause.ts';
import { toStorageError } from '../storage-error.ts';
import type { Bucket, StorageKey } from '../storage-paths.ts';
import { toChunkBody } from './chunk-body.ts';

// The resumable protocol, as far as storage speaks it: https://tus.io/protocols/resumable-upload.

/** What is to be uploaded, and where it is to lie. */
export interface NewUpload {
  /** Where it is to lie. */
  readonly bucket: Bucket;
  /** A key that nothing lies under. */
  readonly key: StorageKey;
  /** One that the bucket takes. */
  readonly contentType: string;
  /** Of the whole file. */
  readonly sizeBytes: number;
}

interface Call {
  readonly signal: AbortSignal | undefined;
}

/** @returns the upload's own address */
export async function beginUpload(files: BrandFiles, upload: NewUpload & Call): Promise<URL> {
  const { bucket, key, contentType, sizeBytes, signal } = upload;
  const fields = { bucketName: bucket, objectName: key, contentType, cacheControl: '3600' };
  const headers = {
    'upload-length': String(sizeBytes),
    'upload-metadata': toMetadata(fields),
    'x-upsert': 'false',
  };
  const url = new URL(`${files.url}/upload/resumable`);
  const answer = await ask(files, { url, method: 'POST', headers, signal });
  return toUploadUrl(files, answer.get('location'));
}

/** Sends what follows an offset. @returns the offset that the server has then */
export async function sendBytes(
  files: BrandFiles,
  { url, offset, bytes, signal }: { url: URL; offset: number; bytes: Uint8Array<ArrayBuffer> } & Call,
): Promise<number> {
  const headers = {
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  };
  return readOffset(await ask(files, { url, method: 'PATCH', headers, bytes, signal }));
}

/** How much has arrived. */
export async function findOffset(files: BrandFiles, { url, signal }: { url: URL } & Call): Promise<number> {
  return readOffset(await ask(files, { url, method: 'HEAD', headers: {}, signal }));
}

/** Gives an upload up, with what has arrived of it. Asks once: what is left behind goes after a day. */
export async function dropUpload(files: BrandFiles, url: URL): Promise<void> {
  const call = { url, method: 'DELETE', headers: {}, timeoutMs: 10_000, signal: undefined };
  await ask(files, call).catch(() => undefined);
}

interface Ask extends Call {
  readonly url: URL;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly timeoutMs?: number;
}

async function ask(files: BrandFiles, options: Ask): Promise<Headers> {
  const { url, method, bytes, timeoutMs = 120_000, signal } = options;
  const body = bytes && toChunkBody(bytes);
  const own = { ...options.headers, ...body?.headers, 'tus-resumable': '1.0.0' };
  const init = { method, ...body, headers: { ...own, ...(await files.headers()) } };
  const result = await exchange({ url, init, fetch: files.fetch, timeoutMs, signal }, async (response) => {
    await response.arrayBuffer();
    return response.headers;
  });
  if (result.isDone) return result.value;
  throw toUploadError(result.failure, signal);
}

function toUploadError(failure: HttpFailure, signal: AbortSignal | undefined): AiModelsError {
  const { reason, status, body = '', cause } = failure;
  if (reason === 'aborted') return toAbortedError(signal);
  if (status === undefined) return toStorageError(cause);
  const isTaken = /exist|duplicate/i.test(body);
  // 409 has two meanings here. Without these words, the server has another offset or still another request of ours.
  if (status === 409 && !isTaken)
    return restartable('Storage and we do not agree on what has arrived.', body);
  if (status === 404 || status === 410) return uploadLost(body);
  return toStorageError({ message: cutText(body, 300) }, status);
}

const restartable = (message: string, body: string) =>
  new AiModelsError({
    code: 'storage_failed',
    message,
    hint: 'Try again in a moment.',
    retryable: true,
    cause: new Error(cutText(body, 300)),
  });

/** No longer known: too old, or finished and forgotten. Only another upload can tell. */
const uploadLost = (body: string) => restartable('Storage does not know this upload any more.', body);

function readOffset(headers: Headers): number {
  const text = headers.get('upload-offset') ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw restartable('Storage did not say how much has arrived.', text);
}

/** Only the name is taken from the answer: our token goes nowhere but to storage. */
function toUploadUrl(files: BrandFiles, location: string | null): URL {
  const [, name] = /\/upload\/resumable\/([\w.~%=-]+)$/.exec(location ?? '') ?? [];
  if (name !== undefined) return new URL(`${files.url}/upload/resumable/${name}`);
  throw restartable('Storage began an upload, but did not say where.', location ?? '');
}

/** Names and values in base64, in UTF-8. */
const toMetadata = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}`)
    .join(',');
