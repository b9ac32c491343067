import type { Caller } from '../../access/caller.ts';
import { refusals } from '../errors/refusals.ts';
import { isTypeAllowed } from '../requests/content-type.ts';
import { isFolderPlaceholder } from '../requests/object-key.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import type { BucketRow } from '../rows/bucket-rows.ts';
import type { ContentSettings } from '../rows/object-metadata.ts';
import { type NewObject, occupyName, testWrite } from '../rows/object-rows.ts';
import type { Transaction } from '../rows/storage-database.ts';

/** Who uploads what, and whether it may replace what is there. */
export interface UploadIntent {
  path: ObjectPath;
  /** Null when a signed token speaks: its signing was the decision. */
  caller: Caller | null;
  ownerId: string | null;
  upsert: boolean;
  operation: string;
}

export type AnnouncedObject = Pick<NewObject, 'metadata' | 'userMetadata'>;

/** Whether the caller might write this object, as far as it is known yet. */
export async function testRights(
  transaction: Transaction,
  { path, caller, ownerId, upsert }: UploadIntent,
  { metadata, userMetadata }: AnnouncedObject,
): Promise<void> {
  await transaction.attempt(async () => {
    await transaction.become(caller);
    await testWrite(transaction, { path, ownerId, metadata, userMetadata, version: '1' }, upsert);
  });
}

/**
 * Whether the caller might write this object whenever they like: with the right to replace it if they ask for that, also
 * while its name is still free. Whoever redeems a signed upload later is asked nothing.
 */
export async function testLastingRights(
  transaction: Transaction,
  intent: UploadIntent,
  announced: AnnouncedObject,
): Promise<void> {
  await testRights(transaction, intent, announced);
  if (!intent.upsert) return;
  await transaction.attempt(async () => {
    await occupyName(transaction, { path: intent.path, ownerId: null, version: '1', ...announced });
    await testRights(transaction, intent, announced);
  });
}

/** @returns how many bytes the bucket takes for this object */
export function checkContent(bucket: BucketRow, key: string, { mimetype }: ContentSettings): number {
  if (isFolderPlaceholder(key)) return 0;
  const allowed = bucket.allowed_mime_types ?? [];
  if (allowed.length > 0 && !isTypeAllowed(mimetype, allowed)) throw refusals.invalidMimeType(mimetype);
  return bucket.file_size_limit ?? Number.POSITIVE_INFINITY;
}
