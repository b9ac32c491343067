import { refusals } from '../errors/refusals.ts';
import type { Transaction } from './storage-database.ts';

/** A row of storage.buckets, in the columns that hosted answers with. */
export interface BucketRow {
  id: string;
  name: string;
  owner: string | null;
  public: boolean;
  file_size_limit: number | null;
  allowed_mime_types: string[] | null;
  created_at: Date;
  updated_at: Date;
}

// float8 holds every size up to 8 PB exactly, and arrives as a number where bigint would be text.
export const bucketColumns =
  'id, name, owner, coalesce(public, false) as public, file_size_limit::float8 as file_size_limit, allowed_mime_types, created_at, updated_at';

/** @throws NoSuchBucket also for what the caller may not see */
export async function getBucket(transaction: Transaction, bucketId: string): Promise<BucketRow> {
  const [row] = await transaction.query<BucketRow>(
    `select ${bucketColumns} from storage.buckets where id = $1`,
    [bucketId],
  );
  if (!row) throw refusals.noSuchBucket();
  return row;
}
