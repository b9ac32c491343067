import { AccessError, type Caller } from '../../access/caller.ts';
import { refusals } from '../errors/refusals.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import { getBucket } from '../rows/bucket-rows.ts';
import { getObject, type ObjectRow } from '../rows/object-rows.ts';
import { identify, type StorageParts } from '../storage-parts.ts';

/** On which ground an object is read. */
export type Reader =
  /** A signed token, already checked. */
  | { by: 'token' }
  /** The public address: only public buckets have one. */
  | { by: 'public' }
  /** A caller's own rights, or nobody's: then, too, only public buckets answer. */
  | { by: 'caller'; caller: Caller | null };

/** Looks an object up as its reader may see it. */
export function getReadable(
  { database }: StorageParts,
  reader: Reader,
  path: ObjectPath,
  operation: string,
): Promise<ObjectRow> {
  return database.transaction(operation, async (transaction) => {
    if (reader.by === 'token') return getObject(transaction, path);
    const bucket = await getBucket(transaction, path.bucketId);
    if (!bucket.public) {
      if (reader.by === 'public' || reader.caller === null) throw refusals.noSuchBucket();
      await transaction.become(reader.caller);
    }
    return getObject(transaction, path);
  });
}

/** For routes that serve public buckets to anybody: without a key, or with a token that no longer holds, one is nobody. */
export async function identifyReader(parts: StorageParts, request: Request): Promise<Reader> {
  try {
    return { by: 'caller', caller: await identify(parts, request) };
  } catch (error) {
    const isNobody = error instanceof AccessError && ['key_missing', 'token_invalid'].includes(error.code);
    if (isNobody) return { by: 'caller', caller: null };
    throw error;
  }
}
