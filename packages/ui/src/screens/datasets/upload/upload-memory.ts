import type { PreviousUpload, UrlStorage } from 'tus-js-client';
import type { PickedFile } from './picked-file.ts';

/** Whose uploads are remembered. */
interface UploadOwner {
  readonly brandId: string;
  readonly personId: string;
}

/** An upload that was broken off, perhaps by closing the page. */
export interface BrokenOffUpload {
  readonly fingerprint: string;
  readonly name: string;
  /** Bucket and key, as they are registered. */
  readonly storagePath: string;
  /** All of it has arrived; only the register does not know it yet. No file is needed for that. */
  readonly isSent: boolean;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

interface Entry {
  readonly upload: PreviousUpload;
  readonly name: string;
  readonly isSent: boolean;
}

/** Storage forgets unfinished uploads after a day, so there is nothing to go on with. */
const keptMs = 24 * 60 * 60 * 1000;

const joined = (parts: readonly (string | number)[]) => parts.map(encodeURIComponent).join('/');

/** One file of one person for one brand, the same after a reload, and nobody else's. */
export const fingerprintOf = ({ brandId, personId }: UploadOwner, { file, path }: PickedFile): string =>
  joined([brandId, personId, path, file.size, file.lastModified]);

/**
 * What one person began to upload to one brand, kept over a reload. It sees no entry of anybody else: names of pictures
 * stay with the brand that they were meant for.
 */
export function createUploadMemory(storage: Storage, owner: UploadOwner, now: () => number = Date.now) {
  const prefix = 'act.uploads:';
  const own = `${prefix}${joined([owner.brandId, owner.personId])}/`;
  const keyOf = (fingerprint: string) => `${prefix}${fingerprint}`;
  const isFresh = ({ upload }: Entry) => now() - Date.parse(upload.creationTime) < keptMs;
  const read = (key: string): Entry | null => {
    if (!key.startsWith(own)) return null;
    const entry = parseEntry(storage.getItem(key));
    if (entry && isFresh(entry)) return entry;
    storage.removeItem(key);
    return null;
  };
  const ownKeys = () =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
      key.startsWith(own),
    );
  const write = (key: string, entry: Entry) => {
    // A full or forbidden storage costs the resuming, not the upload.
    try {
      if (key.startsWith(own)) storage.setItem(key, JSON.stringify(entry));
    } catch {
      return;
    }
  };
  const urlStorage: UrlStorage = {
    findAllUploads: async () => ownKeys().flatMap((key) => read(key)?.upload ?? []),
    findUploadsByFingerprint: async (fingerprint) => {
      const upload = read(keyOf(fingerprint))?.upload;
      return upload ? [{ ...upload, urlStorageKey: keyOf(fingerprint) }] : [];
    },
    removeUpload: async (key) => {
      if (key.startsWith(own)) storage.removeItem(key);
    },
    addUpload: async (fingerprint, upload) => {
      const name =
        decodeURIComponent(fingerprint.split('/')[2] ?? '')
          .split('/')
          .at(-1) ?? '';
      write(keyOf(fingerprint), { upload, name, isSent: false });
      return keyOf(fingerprint);
    },
  };
  return {
    urlStorage,
    fingerprintOf: (picked: PickedFile) => fingerprintOf(owner, picked),
    markSent: (fingerprint: string) => {
      const entry = read(keyOf(fingerprint));
      if (entry) write(keyOf(fingerprint), { ...entry, isSent: true });
    },
    forget: (fingerprint: string) => void urlStorage.removeUpload(keyOf(fingerprint)),
    listBrokenOff: (): BrokenOffUpload[] =>
      ownKeys().flatMap((key) => {
        const entry = read(key);
        if (!entry) return [];
        const { bucketName, objectName } = entry.upload.metadata;
        const storagePath = `${bucketName}/${objectName}`;
        return [
          { fingerprint: key.slice(prefix.length), name: entry.name, storagePath, isSent: entry.isSent },
        ];
      }),
  };
}

export type UploadMemory = ReturnType<typeof createUploadMemory>;

const parseEntry = (text: string | null): Entry | null => {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
};

const isEntry = (value: unknown): value is Entry => {
  if (!isRecord(value) || !isRecord(value.upload) || !isRecord(value.upload.metadata)) return false;
  const { creationTime, metadata } = value.upload;
  return (
    typeof value.name === 'string' &&
    typeof creationTime === 'string' &&
    Object.values(metadata).every((one) => typeof one === 'string')
  );
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
