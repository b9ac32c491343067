import { finishUpload } from '../objects/store-upload.ts';
import type { UploadIntent } from '../objects/upload-rights.ts';
import { describeBytes } from '../rows/object-metadata.ts';
import type { StorageParts } from '../storage-parts.ts';
import type { UploadRecords } from './upload-records.ts';
import type { UploadStore } from './upload-store.ts';

export interface FinisherSettings {
  parts: StorageParts;
  records: UploadRecords;
  store: UploadStore;
}

/** Makes a complete upload an object. May be called again, and twice at once: it happens once. */
export type Finisher = (id: string, intent: UploadIntent) => Promise<void>;

export function createFinisher({ parts, records, store }: FinisherSettings): Finisher {
  const running = new Map<string, Promise<void>>();

  return (id, intent) => {
    const finishing = running.get(id) ?? finish(id, intent).finally(() => running.delete(id));
    running.set(id, finishing);
    return finishing;
  };

  async function finish(id: string, intent: UploadIntent): Promise<void> {
    const record = await records.find(id);
    if (!record || record.intent.isStored) return;
    const { path, content, userMetadata, ownerId } = record.intent;
    const sizeBytes = record.upload.size;
    // A second name for the same bytes. Were they moved, a client that is told to ask again would find no upload.
    await parts.bytes.adopt(store.pathOf(id), { bucketId: path.bucketId, version: id });
    // Like S3's for what came in parts: not a hash of the whole, which would have to be read again.
    const written = { sizeBytes, etag: `"${id.replaceAll('-', '')}-1"` };
    const metadata = describeBytes(written, content);
    await finishUpload(parts, intent, { path, ownerId, metadata, userMetadata, version: id });
    await settle(id, sizeBytes);
  }

  async function settle(id: string, sizeBytes: number): Promise<void> {
    await records.markStored(id);
    await store.hollow(id, sizeBytes);
  }
}
