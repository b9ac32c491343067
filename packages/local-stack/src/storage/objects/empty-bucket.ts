import type { Caller } from '../../access/caller.ts';
import { operations } from '../operations.ts';
import { getBucket } from '../rows/bucket-rows.ts';
import type { StorageParts } from '../storage-parts.ts';
import { removeObjects } from './remove-objects.ts';

const pageSize = 500;

/** Removes what was in the bucket when it was asked. Hosted does it later, in a queue; here it is done at the answer. */
export async function emptyBucket(parts: StorageParts, caller: Caller, bucketId: string): Promise<void> {
  const until = await parts.database.transactionAs(caller, operations.emptyBucket, async (transaction) => {
    await getBucket(transaction, bucketId);
    const [row] = await transaction.query<{ now: string }>('select now()::text as now');
    return row?.now;
  });
  for (;;) {
    const rows = await parts.database.transactionAs(caller, operations.emptyBucket, (transaction) =>
      transaction.query<{ name: string }>(
        'select name from storage.objects where bucket_id = $1 and created_at <= $2 order by name limit $3',
        [bucketId, until, pageSize],
      ),
    );
    if (rows.length === 0) return;
    const keys = rows.map(({ name }) => name);
    const removed = await removeObjects(parts, { caller, bucketId, keys, operation: operations.emptyBucket });
    if (removed.length === 0) return;
  }
}
