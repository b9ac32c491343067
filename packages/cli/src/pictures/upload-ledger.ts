import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateJson } from '../write-private-json.ts';

const ledgerSchema = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Which picture became which, by the hash of its bytes. The project knows only hashes of what it made of them: a picture
 * that was turned or cleaned is another file there.
 */
export interface UploadLedger {
  /** Ids of pictures by hash. */
  read(): Promise<Readonly<Record<string, string>>>;
  add(ids: Readonly<Record<string, string>>): Promise<void>;
}

/** For one brand of one project. */
export function openUploadLedger(
  configFolder: string,
  { url, brandId }: { url: string; brandId: string },
): UploadLedger {
  const path = join(configFolder, 'uploads.json');
  const scope = `${url} ${brandId}`;
  const readAll = async () => {
    const text = await readFile(path, 'utf8').catch(() => '{}');
    try {
      return ledgerSchema.parse(JSON.parse(text));
    } catch {
      return {};
    }
  };
  return {
    read: async () => (await readAll())[scope] ?? {},
    add: async (ids) => {
      const all = await readAll();
      await writePrivateJson(path, { ...all, [scope]: { ...all[scope], ...ids } });
    },
  };
}
