import type { Caller } from '../../access/caller.ts';
import { deleteObjects, type ObjectRow } from '../rows/object-rows.ts';
import type { StorageParts } from '../storage-parts.ts';

export interface RemoveOptions {
  caller: Caller;
  bucketId: string;
  keys: string[];
  operation: string;
}

const keysPerTransaction = 500;

/** Deletes the rows that the caller may delete, then their bytes. What stays behind at a crash, the sweep finds. */
export async function removeObjects(parts: StorageParts, options: RemoveOptions): Promise<ObjectRow[]> {
  const { caller, bucketId, keys, operation } = options;
  const removed: ObjectRow[] = [];
  for (let start = 0; start < keys.length; start += keysPerTransaction) {
    const rows = await parts.database.transactionAs(caller, operation, (transaction) =>
      deleteObjects(transaction, bucketId, keys.slice(start, start + keysPerTransaction)),
    );
    await Promise.all(rows.map(({ version }) => parts.bytes.discard({ bucketId, version })));
    removed.push(...rows);
  }
  return removed;
}
