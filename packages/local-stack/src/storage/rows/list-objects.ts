import { z } from 'zod';
import type { Transaction } from './storage-database.ts';

const maxPage = 1500;

export const listSchema = z.object({
  prefix: z.string(),
  search: z.string().default(''),
  limit: z.int().min(1).default(100),
  offset: z.int().min(0).default(0),
  sortBy: z
    .object({
      column: z.enum(['name', 'updated_at', 'created_at', 'last_accessed_at']).default('name'),
      order: z.enum(['asc', 'desc']).default('asc'),
    })
    .default({ column: 'name', order: 'asc' }),
});

export type ListOptions = z.infer<typeof listSchema>;

/** A file, or a folder: then everything but the name is null. */
export interface ListedEntry {
  name: string;
  id: string | null;
  updated_at: Date | null;
  created_at: Date | null;
  last_accessed_at: Date | null;
  metadata: unknown;
}

/**
 * One level of a folder, as the caller sees it. Names are relative to the folder; `search` is the beginning of a name,
 * in capitals or not. Plain comparisons, never `like`: so `_` and `%` are letters, and `acme/` begins no `acme2/`.
 */
export function listObjects(
  transaction: Transaction,
  bucketId: string,
  options: ListOptions,
): Promise<ListedEntry[]> {
  const { prefix, search, sortBy, limit, offset } = options;
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  // A search may itself name folders; what is looked for is the rest.
  const subfolder = search.slice(0, search.lastIndexOf('/') + 1);
  return transaction.query<ListedEntry>(
    `with matches as (
       select id, updated_at, created_at, last_accessed_at, metadata, substr(name, length($2) + 1) as rest
       from storage.objects
       where bucket_id = $1 and starts_with(name, $2) and starts_with(lower(substr(name, length($2) + 1)), lower($4))
     ), entries as (
       select $3 || split_part(rest, '/', 1) as name, null::uuid as id, null::timestamptz as updated_at,
              null::timestamptz as created_at, null::timestamptz as last_accessed_at, null::jsonb as metadata
       from matches where position('/' in rest) > 0 group by 1
       union all
       select $3 || rest, id, updated_at, created_at, last_accessed_at, metadata
       from matches where position('/' in rest) = 0
     )
     select * from entries order by ${toOrder(sortBy)} limit $5 offset $6`,
    [
      bucketId,
      folder + subfolder,
      subfolder,
      search.slice(subfolder.length),
      Math.min(limit, maxPage),
      offset,
    ],
  );
}

/** By name folders stand among the files; by time they have none and come first, as on hosted. */
function toOrder({ column, order }: ListOptions['sortBy']): string {
  const byName = `lower(name) collate "C" ${order}, name collate "C" ${order}`;
  return column === 'name' ? byName : `id is not null, ${column} ${order}, ${byName}`;
}
