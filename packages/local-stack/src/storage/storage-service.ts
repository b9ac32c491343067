import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AccessKeys } from '../access/caller.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { explainingSystemErrors } from '../errors/explain-system-error.ts';
import { createObjectBytes } from './bytes/object-bytes.ts';
import { sweepBytes } from './bytes/sweep-bytes.ts';
import { createSignedTokens } from './requests/signed-token.ts';
import { createResumableUploads } from './resumable/resumable-uploads.ts';
import { createStorageDatabase } from './rows/storage-database.ts';
import { createStorageApp } from './storage-app.ts';

export interface StorageServiceSettings {
  /** The project's database, as `act_storage`. */
  database: DatabaseAddress;
  keys: AccessKeys;
  /** For signed URLs and signed uploads: a key of its own, not the one that signs people's tokens. */
  signingKey: string;
  /** Bytes lie in `objects/<bucket>/<version>`, unfinished resumable uploads in `uploads`; made when missing. */
  folder: string;
  /** Connections at most; a request waits for a free one. Default 10. */
  maxConnections?: number;
}

export interface StorageService {
  /** Everything under /storage/v1 except resumable uploads; the request's path begins with /storage/v1. */
  fetch(request: Request): Promise<Response>;
  /** Resumable uploads (TUS): mounted on a Node server for /storage/v1/upload/resumable and …/resumable/sign. */
  handleResumable(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/** Supabase Storage on this machine's disk, on Supabase's own tables, under the project's own policies. */
export async function createStorageService(settings: StorageServiceSettings): Promise<StorageService> {
  const { keys, signingKey, folder, maxConnections = 10 } = settings;
  if (signingKey === keys.jwtSecret)
    throw new Error('The key for signed URLs must not be the one for tokens.');
  await explainingSystemErrors(folder, () =>
    mkdir(join(folder, 'objects'), { recursive: true, mode: 0o700 }),
  );

  const database = createStorageDatabase(settings.database, maxConnections);
  const bytes = createObjectBytes({ folder: join(folder, 'objects') });
  const parts = { database, bytes, keys, tokens: createSignedTokens(signingKey) };
  const app = createStorageApp(parts);
  const uploads = await createResumableUploads({ parts, folder: join(folder, 'uploads') });
  // What the last run left behind is nobody's hurry; a failure is tried again at the next start.
  const swept = Promise.allSettled([sweepBytes(parts), uploads.sweep()]);

  return {
    fetch: async (request) => app.fetch(request),
    handleResumable: (request, response) => uploads.handle(request, response),
    async close() {
      await swept;
      uploads.close();
      await database.close();
    },
  };
}
