import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { type Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDiskFull, isSystemError } from '../../errors/system-error.ts';
import { refusals } from '../errors/refusals.ts';
import { StorageError } from '../errors/storage-error.ts';

export interface WrittenBytes {
  sizeBytes: number;
  /** Quoted, as it is served. */
  etag: string;
}

export interface WriteBytesOptions {
  source: Readable;
  path: string;
  /** Counted while the bytes come in: what a client says about its length is not trusted. */
  maxSizeBytes: number;
  /** Opens the file; a test puts a full disk in its place. */
  openFile?: (path: string) => Writable;
}

/** The end of a name that says: still being written. */
export const partSuffix = '.part';

const openNewFile = (path: string): Writable =>
  createWriteStream(path, { flags: 'wx', mode: 0o600, highWaterMark: 1024 * 1024 });

/** Writes a stream to a file that appears under its name only when it is complete; or leaves nothing. */
export async function writeBytes(options: WriteBytesOptions): Promise<WrittenBytes> {
  const { source, path, maxSizeBytes, openFile = openNewFile } = options;
  const part = `${path}${partSuffix}`;
  const hash = createHash('md5');
  let sizeBytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxSizeBytes) return done(refusals.tooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(source, count, openFile(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw explainWriteError(error);
  }
  return { sizeBytes, etag: `"${hash.digest('hex')}"` };
}

/** Tells our own trouble with the disk from a client that went away. */
function explainWriteError(error: unknown): unknown {
  if (error instanceof StorageError) return error;
  if (isDiskFull(error)) return refusals.diskFull(error);
  const isOurs = isSystemError(error) && ['open', 'write', 'rename', 'mkdir'].includes(error.syscall ?? '');
  if (isOurs) return error;
  return refusals.aborted(error);
}
