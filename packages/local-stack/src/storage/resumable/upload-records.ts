import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from '@tus/server';
import { z } from 'zod';

const intentSchema = z.object({
  path: z.object({ bucketId: z.string(), key: z.string() }),
  content: z.object({ mimetype: z.string(), cacheControl: z.string() }),
  userMetadata: z.record(z.string(), z.unknown()).nullable(),
  ownerId: z.string().nullable(),
  upsert: z.boolean(),
  holder: z.string(),
  isStored: z.boolean(),
});

const recordSchema = z.object({
  intent: intentSchema,
  upload: z.object({
    id: z.string(),
    size: z.number(),
    metadata: z.record(z.string(), z.string().nullable()).optional(),
    creation_date: z.string(),
  }),
});

/** What an upload is for and whose it is, settled when it began. */
type StoredIntent = z.infer<typeof intentSchema>;
export type UploadRecord = z.infer<typeof recordSchema>;

/** One small file per upload, so that it goes on after the service was killed. The form is that of tus's config store. */
export interface UploadRecords {
  /** Remembers what the upload is for until tus writes its record. */
  prepare(id: string, intent: StoredIntent): void;
  /** Drops what was prepared for an upload that did not begin after all. */
  forget(id: string): void;
  find(id: string): Promise<UploadRecord | null>;
  markStored(id: string): Promise<void>;
  get(id: string): Promise<Upload | undefined>;
  set(id: string, upload: Upload): Promise<void>;
  delete(id: string): Promise<void>;
  list(): Promise<string[]>;
}

const recordSuffix = '.json';

export function createUploadRecords(folder: string): UploadRecords {
  const prepared = new Map<string, StoredIntent>();
  const pathOf = (id: string) => join(folder, `${id}${recordSuffix}`);

  async function find(id: string): Promise<UploadRecord | null> {
    const text = await readFile(pathOf(id), 'utf8').catch(() => null);
    return text === null ? null : recordSchema.parse(JSON.parse(text));
  }

  /** Beside its place first: a kill half way leaves the old record or none, never half of one. */
  async function write(record: UploadRecord): Promise<void> {
    const path = pathOf(record.upload.id);
    await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  return {
    find,
    prepare: (id, intent) => void prepared.set(id, intent),
    forget: (id) => void prepared.delete(id),
    async markStored(id) {
      const record = await find(id);
      if (record) await write({ ...record, intent: { ...record.intent, isStored: true } });
    },
    async get(id) {
      const record = await find(id);
      if (!record) return undefined;
      const { metadata, ...upload } = record.upload;
      return new Upload({ ...upload, offset: 0, ...(metadata && { metadata }) });
    },
    async set(id, upload) {
      const intent = prepared.get(id) ?? (await find(id))?.intent;
      prepared.delete(id);
      const { size, metadata, creation_date } = upload;
      await write(recordSchema.parse({ intent, upload: { id, size, metadata, creation_date } }));
    },
    delete: (id) => rm(pathOf(id), { force: true }),
    async list() {
      const names = await readdir(folder);
      return names
        .filter((name) => name.endsWith(recordSuffix))
        .map((name) => name.slice(0, -recordSuffix.length));
    },
  };
}
