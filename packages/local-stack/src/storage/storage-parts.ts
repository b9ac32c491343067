import { type AccessKeys, type Caller, identifyCaller } from '../access/caller.ts';
import type { ObjectBytes } from './bytes/object-bytes.ts';
import type { SignedTokens } from './requests/signed-token.ts';
import type { StorageDatabase } from './rows/storage-database.ts';

/** What every call works with. */
export interface StorageParts {
  database: StorageDatabase;
  bytes: ObjectBytes;
  tokens: SignedTokens;
  keys: AccessKeys;
}

export const identify = ({ keys }: StorageParts, request: Request): Promise<Caller> =>
  identifyCaller(request.headers, keys);
