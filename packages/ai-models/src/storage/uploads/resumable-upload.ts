import type { BrandFiles } from '../../context.ts';
import { AiModelsError } from '../../errors/index.ts';
import { toAbortedError } from '../../shared/pause.ts';
import { type RetryOptions, retry } from '../../shared/retry.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { putObject } from '../object-files.ts';
import type { Bucket, StorageKey } from '../storage-paths.ts';
import { type BodyChunk, type BodyChunks, readChunks } from './body-chunks.ts';
import { beginUpload, dropUpload, findOffset, sendBytes } from './tus-requests.ts';

/** What has arrived. */
export interface UploadProgress {
  /** Of the file, so far. */
  readonly sentBytes: number;
  /** Of the whole file. */
  readonly sizeBytes: number;
}

/** A file on its way into storage. */
export interface UploadResumableOptions extends Stoppable {
  /** Where it is to lie. */
  readonly bucket: Bucket;
  /** A key that nothing lies under. */
  readonly key: StorageKey;
  /** One that the bucket takes. */
  readonly contentType: string;
  /** The body has to be exactly as long. */
  readonly sizeBytes: number;
  /** Read once, with two chunks of it in memory. If it fails, even after its last byte, nothing is stored. */
  readonly body: ReadableStream<Uint8Array> | Blob;
  /** Told whenever more has arrived. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** How one request is repeated. Default 7 tries within about 25 seconds. */
  readonly retry?: Omit<RetryOptions, 'signal'> | undefined;
}

/** Hosted storage takes chunks of this size and no other; up to it, it advises one plain request. */
export const chunkBytes = 6 * 1024 * 1024;

/**
 * Adds a file to storage, going on after lost connections and failures of the server. Never replaces one.
 * @throws AiModelsError `conflict` where the key is taken, `storage_failed`, `aborted`, or what the body throws. An upload
 * that fails is given up at the server. Where the last answer was lost, the file may be there: ask for `conflict`.
 */
export async function uploadResumable(files: BrandFiles, options: UploadResumableOptions): Promise<void> {
  const { body, sizeBytes, signal } = options;
  const stream: ReadableStream<Uint8Array> = body instanceof Blob ? body.stream() : body;
  const chunks = readChunks(stream, Math.min(chunkBytes, sizeBytes));
  const stop = () => chunks.cancel(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  const upload = { ...options, chunks: checked(chunks, options) };
  try {
    if (signal?.aborted) throw toAbortedError(signal);
    await (sizeBytes <= chunkBytes ? uploadAtOnce : uploadInChunks)(files, upload);
  } catch (error) {
    chunks.cancel(error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

interface Upload extends UploadResumableOptions {
  readonly chunks: Pick<BodyChunks, 'next'>;
}

async function uploadAtOnce(files: BrandFiles, { chunks, onProgress, ...upload }: Upload): Promise<void> {
  const { bytes } = await chunks.next();
  await patiently(upload, () => putObject(files, { ...upload, body: new Blob([bytes]) }));
  onProgress?.({ sentBytes: upload.sizeBytes, sizeBytes: upload.sizeBytes });
}

async function uploadInChunks(files: BrandFiles, upload: Upload): Promise<void> {
  const { chunks, sizeBytes, signal, onProgress } = upload;
  const url = await patiently(upload, () => beginUpload(files, { ...upload, signal }));
  try {
    let filling = chunks.next();
    for (let offset = 0; offset < sizeBytes; ) {
      const { bytes, isLast } = await filling;
      // Filled while this one is on its way. Whoever awaits it hears of its failure.
      if (!isLast) filling = chunks.next();
      filling.catch(() => undefined);
      await sendChunk(files, { ...upload, url, offset, bytes });
      offset += bytes.length;
      onProgress?.({ sentBytes: offset, sizeBytes });
    }
  } catch (error) {
    await dropUpload(files, url);
    throw error;
  }
}

/** Sends one chunk to its end. After a failure only the server knows how much of it has arrived. */
async function sendChunk(
  files: BrandFiles,
  { url, offset, bytes, ...upload }: Upload & { url: URL; offset: number; bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { signal } = upload;
  const end = offset + bytes.length;
  let arrived: number | null = offset;
  await patiently(upload, async () => {
    arrived ??= await findOffset(files, { url, signal });
    while (arrived < end) {
      const from: number = arrived;
      if (from < offset) throw outOfReach();
      arrived = null;
      arrived = await sendBytes(files, { url, offset: from, bytes: bytes.subarray(from - offset), signal });
      if (arrived <= from) throw outOfReach();
    }
  });
  if (arrived !== end) throw outOfReach();
}

/** What is asked for has been forgotten already, here or there. */
const outOfReach = () =>
  new AiModelsError({
    code: 'storage_failed',
    message: 'Storage has lost a part of the upload.',
    hint: 'Upload the file again from its beginning.',
  });

const patiently = <T>(
  { retry: options, signal }: Pick<Upload, 'retry' | 'signal'>,
  attempt: () => Promise<T>,
): Promise<T> => retry(attempt, { attempts: 7, ...options, signal });

/** Holds a body to its size, before the chunk that would be too much or too little is sent. */
function checked(
  chunks: BodyChunks,
  { sizeBytes, signal }: Pick<UploadResumableOptions, 'sizeBytes' | 'signal'>,
): Pick<BodyChunks, 'next'> {
  let total = 0;
  return {
    next: async (): Promise<BodyChunk> => {
      const chunk = await chunks.next();
      // A body that was told to stop looks as if it had ended.
      if (signal?.aborted) throw toAbortedError(signal);
      total += chunk.bytes.length;
      if (chunk.isLast ? total === sizeBytes : total < sizeBytes) return chunk;
      throw new AiModelsError({
        code: 'input_invalid',
        message: `The body has ${chunk.isLast ? total : `more than ${sizeBytes}`} bytes, and ${sizeBytes} were announced.`,
        hint: 'Pass the exact `sizeBytes`.',
      });
    },
  };
}
