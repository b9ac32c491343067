import { join } from 'node:path';
import type { DatabaseAddress } from '../../database/database-address.ts';
import { loginTo } from '../../database/logins.ts';
import type { TestStack } from '../../testing/start-stack.ts';
import { createObjectBytes, type ObjectBytesSettings } from '../bytes/object-bytes.ts';
import { createSignedTokens } from '../requests/signed-token.ts';
import { createStorageDatabase } from '../rows/storage-database.ts';
import { createStorageApp } from '../storage-app.ts';
import type { StorageParts } from '../storage-parts.ts';

/** A storage of the test's own beside the stack's, on the same database and folder, built from other parts. */
export interface OwnService extends AsyncDisposable {
  parts: StorageParts;
  /** The stack as the helpers know it, with this service behind `fetch`. */
  stack: TestStack;
}

export interface OwnServiceOptions extends Partial<ObjectBytesSettings> {
  database?: DatabaseAddress;
}

/** The address with which the storage service logs in. */
export function storageLogin({ database, secrets }: TestStack): DatabaseAddress {
  return loginTo(database.superuser, 'act_storage', secrets.databasePasswords);
}

export function createOwnService(stack: TestStack, options: OwnServiceOptions = {}): OwnService {
  const { database: address = storageLogin(stack), ...bytes } = options;
  const database = createStorageDatabase(address, 5);
  const parts: StorageParts = {
    database,
    bytes: createObjectBytes({ folder: join(stack.storageFolder, 'objects'), ...bytes }),
    tokens: createSignedTokens(stack.secrets.storageSigningKey),
    keys: stack.secrets,
  };
  const app = createStorageApp(parts);
  return {
    parts,
    stack: { ...stack, fetch: async (request) => app.fetch(request) },
    [Symbol.asyncDispose]: () => database.close(),
  };
}
