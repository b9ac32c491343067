import { z } from 'zod';
import { AiModelsError } from '../errors/index.ts';
import { isUuid } from '../shared/uuid.ts';
import { rowsOf } from './answer.ts';

/** Which part of a list. */
export interface PageOptions {
  /** How many at most, 1 to 100. Default 50. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before. Default: the first page. */
  readonly cursor?: string | undefined;
}

/** What a caller may say about a page, for the schema of a filter. */
export const pageShape = {
  limit: z.int().min(1).max(100).optional(),
  cursor: z.string().optional(),
};

/** A part of a list. */
export interface Page<T> {
  /** Newest first. */
  readonly items: readonly T[];
  /** Where the next page begins; null after the last. */
  readonly nextCursor: string | null;
}

/** How many a page has unless somebody says otherwise. */
export const usualLimit = 50;

interface Keyed {
  id: string;
  created_at: string;
}

/** What a PostgREST query offers to a page. */
interface Pageable<Row> extends PromiseLike<{ data: Row[] | null; error: unknown; status: number }> {
  or(filter: string): this;
  order(column: string, options: { ascending: boolean }): this;
  limit(count: number): this;
}

/** A page by keyset, newest first: as cheap at the end of ten thousand rows as at the beginning. */
export async function pageOf<Row extends Keyed>(
  query: Pageable<Row>,
  { limit = usualLimit, cursor }: PageOptions,
): Promise<Page<Row>> {
  const after = placeOf(cursor);
  const part = after
    ? query.or(`created_at.lt.${after.createdAt},and(created_at.eq.${after.createdAt},id.lt.${after.id})`)
    : query;
  const rows = await rowsOf(
    part
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(limit + 1),
  );
  return toPage(rows, limit);
}

/** Where a page begins: behind this row; null for the first page. @throws AiModelsError `input_invalid` */
export const placeOf = (cursor: string | undefined): { createdAt: string; id: string } | null =>
  cursor === undefined ? null : parseCursor(cursor);

/** A page of so many, of rows of which one more was asked for. */
export function toPage<Row extends Keyed>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? toCursor(last) : null };
}

/** The same page with each row as people get it. */
export const mapPage = <T, U>({ items, nextCursor }: Page<T>, to: (item: T) => U): Page<U> => ({
  items: items.map(to),
  nextCursor,
});

const toCursor = ({ created_at, id }: Keyed) => `${created_at}~${id}`;

function parseCursor(cursor: string): { createdAt: string; id: string } {
  const [createdAt = '', id = '', ...more] = cursor.split('~');
  // It becomes a part of a filter: nothing else may come in this way.
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(createdAt);
  if (isTime && isUuid(id) && more.length === 0) return { createdAt: createdAt.replace('+00:00', 'Z'), id };
  throw new AiModelsError({
    code: 'input_invalid',
    message: 'That cursor was not made here.',
    hint: 'Pass `nextCursor` of the page before, or leave it out for the first page.',
  });
}
