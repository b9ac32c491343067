import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatasetRefusedError } from './dataset-refused-error.ts';

export interface DownloadOptions {
  /** What fetches the archive. */
  fetch: typeof globalThis.fetch;
  signal?: AbortSignal;
  /** The largest archive that is taken. Default 2 GB. */
  maxBytes?: number;
}

/** An archive on this disk, removed when it goes out of scope. */
export interface DownloadedArchive extends AsyncDisposable {
  path: string;
}

const twoGigabytes = 2 * 1024 ** 3;

export async function downloadArchive(url: string, options: DownloadOptions): Promise<DownloadedArchive> {
  const { maxBytes = twoGigabytes, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'act-dataset-'));
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));

  const path = join(folder, 'archive.zip');
  try {
    const body = await openArchive(url, options);
    await pipeline(body, limit(maxBytes), createWriteStream(path), { ...(signal && { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    if (DatasetRefusedError.isInstance(error)) throw error;
    throw new DatasetRefusedError({
      type: 'ConnectionError',
      message: 'the download of the archive broke off',
      reason: 'download',
      cause: error,
    });
  }
  const owned = cleanup.move();
  return { path, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function openArchive(url: string, { fetch, signal }: DownloadOptions): Promise<Readable> {
  const response = await fetch(url, { ...(signal && { signal }) });
  if (response.ok && response.body) return Readable.fromWeb(response.body);
  await response.body?.cancel();
  const { status, statusText } = response;
  const fault = status < 500 ? 'Client' : 'Server';
  // As Python's requests says it.
  throw new DatasetRefusedError({
    type: 'HTTPError',
    message: `${status} ${fault} Error: ${statusText} for url: ${url}`,
    reason: 'download',
  });
}

function limit(maxBytes: number): Transform {
  let received = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.byteLength;
      if (received <= maxBytes) return done(null, chunk);
      const message = `input_images is larger than ${maxBytes} bytes`;
      done(new DatasetRefusedError({ type: 'ValueError', message }));
    },
  });
}
