import type { BrandFiles } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { type ByteSource, toByteSource, withErrors } from '../shared/byte-reader.ts';
import { toAbortedError } from '../shared/pause.ts';
import { retry } from '../shared/retry.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { hashStream } from './hash-stream.ts';
import { getObject } from './object-files.ts';
import { toStorageError } from './storage-error.ts';
import type { StorageKey } from './storage-paths.ts';

/** A model's file as storage sends it; not held in memory. The signal also ends the body. @throws AiModelsError `file_not_found` */
export function openModelFile(
  files: BrandFiles,
  key: StorageKey,
  { signal }: Stoppable = {},
): Promise<Response> {
  return retry(() => getObject(files, { bucket: 'models', key }, { signal }), { signal });
}

/** The bytes of a model's file; what the connection throws is told in our words. */
export async function openModelSource(
  files: BrandFiles,
  key: StorageKey,
  { signal }: Stoppable = {},
): Promise<ByteSource> {
  const { body } = await openModelFile(files, key, { signal });
  const source = toByteSource(body ?? new Blob([]).stream());
  return withErrors(source, (error) => (signal?.aborted ? toAbortedError(signal) : toStorageError(error)));
}

/** What the model's row says about its file. */
export interface ModelFile {
  /** In `models`. */
  readonly key: StorageKey;
  /** As it was when it was saved. */
  readonly sizeBytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** Weights on their way out of our bucket. */
export interface ModelDownload {
  /** Fails at its end where the bytes are not those that were saved, and with `storage_failed` where they break off. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Exactly what the stream will bring. */
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Opens a model's file, to be checked while it is read. */
export async function downloadModelFile(
  files: BrandFiles,
  { key, sizeBytes, sha256 }: ModelFile,
  { signal }: Stoppable = {},
): Promise<ModelDownload> {
  const source = await openModelSource(files, key, { signal });
  const stream = await hashStream(source, (read) => {
    if (read.sizeBytes !== sizeBytes || read.sha256 !== sha256) throw changed(key);
  });
  return { stream, sizeBytes, sha256 };
}

const changed = (key: string) =>
  new AiModelsError({
    code: 'storage_failed',
    message: `${key} is not what was saved: its size or its SHA-256 differs.`,
    hint: 'Do not use what was read of it. Download it again; if it stays so, the file was damaged in storage.',
  });
