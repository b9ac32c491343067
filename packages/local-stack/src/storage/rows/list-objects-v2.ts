import { z } from 'zod';
import { refusals } from '../errors/refusals.ts';
import type { Transaction } from './storage-database.ts';

const maxPage = 1000;

export const listV2Schema = z.object({
  prefix: z.string().default(''),
  limit: z.int().min(1).default(maxPage),
  cursor: z.string().optional(),
  with_delimiter: z.boolean().default(false),
  sortBy: z
    .object({
      column: z.enum(['name', 'updated_at', 'created_at']).default('name'),
      order: z.enum(['asc', 'desc']).default('asc'),
    })
    .default({ column: 'name', order: 'asc' }),
});

export type ListV2Options = z.infer<typeof listV2Schema>;

interface EntryRow {
  key: string;
  name: string;
  id: string | null;
  updated_at: Date;
  created_at: Date;
  last_accessed_at: Date | null;
  metadata: unknown;
  /** What the page is sorted by, to the microsecond. */
  position: string;
}

/** Where the next page begins, and in which order: a client that gives only the cursor goes on as before. */
const cursorSchema = z.object({
  after: z.string(),
  position: z.string(),
  column: z.enum(['name', 'updated_at', 'created_at']),
  order: z.enum(['asc', 'desc']),
});

type Cursor = z.infer<typeof cursorSchema>;

/** Everything under a prefix, page by page; with a delimiter one level of it, folders apart. */
export async function listObjectsV2(transaction: Transaction, bucketId: string, options: ListV2Options) {
  const { prefix, with_delimiter: isOneLevel } = options;
  const cursor = options.cursor === undefined ? null : readCursor(options.cursor);
  const { column, order } = cursor ?? options.sortBy;
  const limit = Math.min(options.limit, maxPage);
  const sortKey =
    column === 'name' ? `''` : `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
  const beyond = order === 'asc' ? '>' : '<';
  const rows = await transaction.query<EntryRow>(
    `with matches as (
       select id, name, updated_at, created_at, last_accessed_at, metadata,
              case when $3 then position('/' in substr(name, length($2) + 1)) else 0 end as slash
       from storage.objects where bucket_id = $1 and starts_with(name, $2)
     ), entries as (
       select left(name, length($2) + slash) as name, null::uuid as id, min(created_at) as updated_at,
              min(created_at) as created_at, null::timestamptz as last_accessed_at, null::jsonb as metadata
       from matches where slash > 0 group by 1
       union all
       select name, id, updated_at, created_at, last_accessed_at, metadata from matches where slash = 0
     ), positioned as (
       select *, ${sortKey} as position from entries
     )
     select * from positioned
     where $4::text is null or (position collate "C", name collate "C") ${beyond} ($5, $4)
     order by position collate "C" ${order}, name collate "C" ${order} limit $6`,
    [bucketId, prefix, isOneLevel, cursor?.after ?? null, cursor?.position ?? '', limit + 1],
  );

  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasNext = rows.length > limit && last !== undefined;
  return {
    hasNext,
    ...(hasNext && { nextCursor: writeCursor({ after: last.name, position: last.position, column, order }) }),
    folders: page.filter(({ id }) => id === null).map(({ name }) => ({ name, key: toKey(name, prefix) })),
    objects: page
      .filter(({ id }) => id !== null)
      .map(({ position: _position, ...object }) => ({
        ...object,
        key: isOneLevel ? toKey(object.name, prefix) : object.name,
      })),
  };
}

/** The part of a name at the level that is listed. */
const toKey = (name: string, prefix: string): string => name.split('/')[prefix.split('/').length - 1] ?? name;

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function readCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw refusals.invalidParameter('continuation token');
  }
}
