import { createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import type { UploadRecords } from './upload-records.ts';

export interface UploadStoreSettings {
  /** Must exist. */
  folder: string;
  records: UploadRecords;
  expiresAfterMs: number;
}

/** tus's store of files, with what it lacks: honest errors, known lengths only, and no file kept twice. */
export class UploadStore extends FileStore {
  constructor({ folder, records, expiresAfterMs }: UploadStoreSettings) {
    super({ directory: folder, configstore: records, expirationPeriodInMilliseconds: expiresAfterMs });
    // Without a length there is nothing to compare with a bucket's limit; hosted wants one too.
    this.extensions = this.extensions.filter((extension) => extension !== 'creation-defer-length');
  }

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** tus's own says of a full disk only that something went wrong. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.pathOf(id), {
      flags: 'r+',
      start: offset,
      highWaterMark: 1024 * 1024,
    });
    await pipeline(source, file);
    return offset + file.bytesWritten;
  }

  /**
   * Puts a hole of the same size in the place of bytes that have become an object. A client that comes back is still told
   * that all has arrived, but the disk holds nothing twice, and the object's bytes have one name only.
   */
  async hollow(id: string, sizeBytes: number): Promise<void> {
    const hole = `${this.pathOf(id)}.hole`;
    await using file = await open(hole, 'w', 0o600);
    await file.truncate(sizeBytes);
    await rename(hole, this.pathOf(id));
  }
}
