import { randomUUID } from 'node:crypto';
import type { Caller } from '../../access/caller.ts';
import { operations } from '../operations.ts';
import { parseContentType } from '../requests/content-type.ts';
import { parseHeaderText } from '../requests/header-text.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import { type ObjectMetadata, objectMetadataSchema } from '../rows/object-metadata.ts';
import { getObject, type ObjectRow } from '../rows/object-rows.ts';
import type { UserMetadata } from '../rows/user-metadata.ts';
import type { StorageParts } from '../storage-parts.ts';
import { finishUpload } from './store-upload.ts';
import { testRights } from './upload-rights.ts';

export interface CopyOptions {
  from: ObjectPath;
  to: ObjectPath;
  upsert: boolean;
  /** What the copy says of itself instead of what the original says; null to keep it all. */
  changes: {
    mimetype?: string | undefined;
    cacheControl?: string | undefined;
    userMetadata: UserMetadata | null;
  } | null;
}

/** Copies an object that the caller may read to where the caller may write. */
export async function copyObject(
  parts: StorageParts,
  caller: Caller,
  options: CopyOptions,
): Promise<ObjectRow> {
  const { from, to, upsert, changes } = options;
  const intent = { path: to, caller, ownerId: caller.userId, upsert, operation: operations.copy };
  const toCopy = (source: ObjectRow) => ({
    metadata: changeMetadata(source, changes),
    userMetadata: changes ? changes.userMetadata : source.user_metadata,
  });
  const source = await parts.database.transaction(operations.copy, async (transaction) => {
    const found = await transaction.attempt(async () => {
      await transaction.become(caller);
      return getObject(transaction, from);
    });
    await testRights(transaction, intent, toCopy(found));
    return found;
  });
  const version = randomUUID();
  await parts.bytes.copy(
    { bucketId: from.bucketId, version: source.version },
    { bucketId: to.bucketId, version },
  );
  return finishUpload(parts, intent, { path: to, ownerId: caller.userId, version, ...toCopy(source) });
}

function changeMetadata({ metadata }: ObjectRow, changes: CopyOptions['changes']): ObjectMetadata {
  const copied = { ...objectMetadataSchema.parse(metadata ?? {}), lastModified: new Date().toISOString() };
  const { mimetype, cacheControl } = changes ?? {};
  return {
    ...copied,
    ...(cacheControl !== undefined && { cacheControl: parseHeaderText('cacheControl', cacheControl) }),
    ...(mimetype !== undefined && { mimetype: parseContentType(mimetype) }),
  };
}
