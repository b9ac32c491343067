import { refusals } from '../errors/refusals.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import { isUniqueViolation } from './database-errors.ts';
import type { ObjectMetadata } from './object-metadata.ts';
import type { Transaction } from './storage-database.ts';
import type { UserMetadata } from './user-metadata.ts';

/** A row of storage.objects, in the columns that hosted answers with. */
export interface ObjectRow {
  id: string;
  bucket_id: string;
  name: string;
  owner: string | null;
  owner_id: string | null;
  version: string;
  metadata: unknown;
  user_metadata: UserMetadata | null;
  created_at: Date;
  updated_at: Date;
  last_accessed_at: Date;
}

export interface NewObject {
  path: ObjectPath;
  ownerId: string | null;
  /** Complete in the final row; while rights are tested, what is known of it. */
  metadata: ObjectMetadata | { mimetype: string | null; contentLength: number | null };
  userMetadata: UserMetadata | null;
  version: string;
}

const columns =
  'id, bucket_id, name, owner, owner_id, version, metadata, user_metadata, created_at, updated_at, last_accessed_at';

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws NoSuchKey also for what the caller may not see */
export async function getObject(transaction: Transaction, path: ObjectPath): Promise<ObjectRow> {
  const [row] = await transaction.query<ObjectRow>(
    `select ${columns} from storage.objects where bucket_id = $1 and name = $2`,
    [path.bucketId, path.key],
  );
  if (!row) throw refusals.noSuchKey();
  return row;
}

/** Holds the object, if there is one, until the end of the transaction. */
export async function lockObject(transaction: Transaction, path: ObjectPath): Promise<ObjectRow | null> {
  const [row] = await transaction.query<ObjectRow>(
    `select ${columns} from storage.objects where bucket_id = $1 and name = $2 for update`,
    [path.bucketId, path.key],
  );
  return row ?? null;
}

export async function findNames(
  transaction: Transaction,
  bucketId: string,
  keys: string[],
): Promise<Set<string>> {
  const rows = await transaction.query<{ name: string }>(
    'select name from storage.objects where bucket_id = $1 and name = any($2)',
    [bucketId, keys],
  );
  return new Set(rows.map(({ name }) => name));
}

/** What writes to one key wait for, so that each sees the version which the one before it left. */
export async function lockKey(transaction: Transaction, { bucketId, key }: ObjectPath): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${bucketId}/${key}`]);
}

/**
 * Asks the policies, in the caller's name, whether the row may be written. The upsert returns a column, so it needs the
 * right to read as well: hosted asks the same way.
 */
export async function testWrite(transaction: Transaction, object: NewObject, upsert: boolean): Promise<void> {
  await writing(transaction.query(upsert ? `${insert} ${replace} returning id` : insert, toValues(object)));
}

/** Holds the name as the service, if it is free, so that the policies are asked about replacing it. */
export async function occupyName(transaction: Transaction, object: NewObject): Promise<void> {
  await transaction.query(`${insert} on conflict (bucket_id, name) do nothing`, toValues(object));
}

/** Writes the row as the service. */
export async function writeObject(
  transaction: Transaction,
  object: NewObject,
  upsert: boolean,
): Promise<ObjectRow> {
  const sql = `${insert} ${upsert ? `${replace}, updated_at = now()` : ''} returning ${columns}`;
  const [row] = await writing(transaction.query<ObjectRow>(sql, toValues(object)));
  if (!row) throw new Error('The database wrote an object and returned none.');
  return row;
}

/** Rows that the caller may not delete are not deleted, and not mentioned. */
export function deleteObjects(
  transaction: Transaction,
  bucketId: string,
  keys: string[],
): Promise<ObjectRow[]> {
  return transaction.query<ObjectRow>(
    `delete from storage.objects where bucket_id = $1 and name = any($2) returning ${columns}`,
    [bucketId, keys],
  );
}

export interface MovedObject {
  to: ObjectPath;
  version: string;
  ownerId: string | null;
}

/** @throws NoSuchKey also for what the caller may not change */
export async function moveObject(
  transaction: Transaction,
  from: ObjectPath,
  moved: MovedObject,
): Promise<ObjectRow> {
  const [row] = await writing(
    transaction.query<ObjectRow>(
      `update storage.objects
       set bucket_id = $3, name = $4, version = $5, owner = $6, owner_id = $7
       where bucket_id = $1 and name = $2 returning ${columns}`,
      [
        from.bucketId,
        from.key,
        moved.to.bucketId,
        moved.to.key,
        moved.version,
        toUuid(moved.ownerId),
        moved.ownerId,
      ],
    ),
  );
  if (!row) throw refusals.noSuchKey();
  return row;
}

const insert = `insert into storage.objects (bucket_id, name, owner, owner_id, metadata, user_metadata, version)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const replace = `on conflict (bucket_id, name) do update set metadata = excluded.metadata,
  user_metadata = excluded.user_metadata, version = excluded.version, owner = excluded.owner, owner_id = excluded.owner_id`;

function toValues({ path, ownerId, metadata, userMetadata, version }: NewObject): unknown[] {
  return [path.bucketId, path.key, toUuid(ownerId), ownerId, metadata, userMetadata, version];
}

/** The older column `owner` takes only uuids. */
const toUuid = (ownerId: string | null) => (ownerId !== null && uuidForm.test(ownerId) ? ownerId : null);

async function writing<Result>(write: Promise<Result>): Promise<Result> {
  return write.catch((error: unknown) => {
    throw isUniqueViolation(error) ? refusals.keyExists(error) : error;
  });
}
