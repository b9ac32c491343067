import { randomUUID } from 'node:crypto';
import type { Caller } from '../../access/caller.ts';
import { refusals } from '../errors/refusals.ts';
import { isTypeAllowed } from '../requests/content-type.ts';
import { isFolderPlaceholder } from '../requests/object-key.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import type { UploadBody } from '../requests/upload-body.ts';
import { type BucketRow, getBucket } from '../rows/bucket-rows.ts';
import { OutcomeUnknownError } from '../rows/database-errors.ts';
import { type ContentSettings, describeBytes } from '../rows/object-metadata.ts';
import {
  lockKey,
  lockObject,
  type NewObject,
  type ObjectRow,
  occupyName,
  testWrite,
  writeObject,
} from '../rows/object-rows.ts';
import type { Transaction } from '../rows/storage-database.ts';
import type { StorageParts } from '../storage-parts.ts';

/** Who uploads what, and whether it may replace what is there. */
export interface UploadIntent {
  path: ObjectPath;
  /** Null when a signed token speaks: its signing was the decision. */
  caller: Caller | null;
  ownerId: string | null;
  upsert: boolean;
  operation: string;
}

/** Stores a file in the caller's name: asked before its bytes come in, and again when they are there. */
export async function storeUpload(
  parts: StorageParts,
  intent: UploadIntent,
  body: UploadBody,
): Promise<ObjectRow> {
  const { database, bytes } = parts;
  const { path, operation } = intent;
  try {
    const maxSizeBytes = await database.transaction(operation, async (transaction) => {
      const limit = checkContent(await getBucket(transaction, path.bucketId), path.key, body.content);
      if (body.isLengthOfFile && (body.declaredBytes ?? 0) > limit) throw refusals.tooLarge();
      const announced = { mimetype: body.content.mimetype, contentLength: body.declaredBytes };
      await testRights(transaction, intent, { ...body, metadata: announced });
      return limit;
    });
    const address = { bucketId: path.bucketId, version: randomUUID() };
    const written = await bytes.write(address, body.bytes, maxSizeBytes);
    const metadata = describeBytes(written, body.content);
    return await finishUpload(parts, intent, {
      path,
      ownerId: intent.ownerId,
      metadata,
      userMetadata: body.userMetadata ?? {},
      version: address.version,
    });
  } catch (error) {
    body.stop();
    throw error;
  }
}

/**
 * Makes bytes that are on the disk an object: rights once more, then the row, in one transaction. So nobody who was
 * removed meanwhile finishes, and of several who race for one name one wins. The bytes it replaces go afterwards.
 * What is an object already stays it: a resumable upload may be finished by two who do not know of each other.
 */
export async function finishUpload(
  { database, bytes }: StorageParts,
  intent: UploadIntent,
  object: NewObject,
): Promise<ObjectRow> {
  const { path, upsert } = intent;
  try {
    const { row, replaced } = await database.transaction(intent.operation, async (transaction) => {
      await lockKey(transaction, path);
      const present = await lockObject(transaction, path);
      if (present?.version === object.version) return { row: present, replaced: null };
      await transaction.attempt(async () => {
        await transaction.become(intent.caller);
        await testWrite(transaction, object, upsert);
      });
      return { row: await writeObject(transaction, object, upsert), replaced: present?.version ?? null };
    });
    if (replaced !== null) await bytes.discard({ ...path, version: replaced });
    return row;
  } catch (error) {
    // If the row may be there after all, its bytes stay; the sweep takes them should it not be.
    if (!(error instanceof OutcomeUnknownError)) await bytes.discard({ ...path, version: object.version });
    throw error;
  }
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
