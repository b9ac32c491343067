import { randomUUID } from 'node:crypto';
import type { Caller } from '../../access/caller.ts';
import { refusals } from '../errors/refusals.ts';
import { operations } from '../operations.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import { OutcomeUnknownError } from '../rows/database-errors.ts';
import { getObject, lockKey, lockObject, moveObject, type ObjectRow } from '../rows/object-rows.ts';
import type { StorageParts } from '../storage-parts.ts';

/**
 * Moves an object that the caller may read and change to a name that the caller may give it. Within a bucket only the
 * row changes; across buckets the bytes get a second address first and lose the old one afterwards.
 */
export async function moveStoredObject(
  { database, bytes }: StorageParts,
  caller: Caller,
  { from, to }: { from: ObjectPath; to: ObjectPath },
): Promise<ObjectRow> {
  const isSameBucket = from.bucketId === to.bucketId;
  const copied = { bucketId: to.bucketId, version: randomUUID() };
  const ownerId = caller.userId;
  try {
    const { row, left } = await database.transaction(operations.move, async (transaction) => {
      await lockKey(transaction, to);
      await transaction.attempt(async () => {
        await transaction.become(caller);
        await getObject(transaction, from);
        await moveObject(transaction, from, { to, version: copied.version, ownerId });
      });
      const source = await lockObject(transaction, from);
      if (!source) throw refusals.noSuchKey();
      const address = { bucketId: from.bucketId, version: source.version };
      if (!isSameBucket) await bytes.copy(address, copied);
      const version = isSameBucket ? source.version : copied.version;
      return { row: await moveObject(transaction, from, { to, version, ownerId }), left: address };
    });
    if (!isSameBucket) await bytes.discard(left);
    return row;
  } catch (error) {
    if (!isSameBucket && !(error instanceof OutcomeUnknownError)) await bytes.discard(copied);
    throw error;
  }
}
