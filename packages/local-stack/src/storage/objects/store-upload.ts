import { randomUUID } from 'node:crypto';
import { refusals } from '../errors/refusals.ts';
import type { UploadBody } from '../requests/upload-body.ts';
import { getBucket } from '../rows/bucket-rows.ts';
import { OutcomeUnknownError } from '../rows/database-errors.ts';
import { describeBytes } from '../rows/object-metadata.ts';
import {
  lockKey,
  lockObject,
  type NewObject,
  type ObjectRow,
  testWrite,
  writeObject,
} from '../rows/object-rows.ts';
import type { StorageParts } from '../storage-parts.ts';
import { checkContent, testRights, type UploadIntent } from './upload-rights.ts';

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
