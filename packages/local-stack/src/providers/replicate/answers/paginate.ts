/** One page of a list, as Replicate answers it. */
export interface Page<T> {
  next: string | null;
  previous: string | null;
  results: T[];
}

export interface PageRequest {
  /** The request's own address, whose `cursor` says where the page begins. */
  url: URL;
  /** The list's absolute address, to which cursors are added. */
  listUrl: string;
}

const pageSize = 100;

/** A page of what is listed newest first. A cursor names an entry, so that what comes anew shifts nothing. */
export function paginate<T extends { id: string }>(
  items: readonly T[],
  { url, listUrl }: PageRequest,
): Page<T> {
  const { direction, id } = decodeCursor(url.searchParams.get('cursor'));
  const place = items.findIndex((item) => item.id === id);
  const start = direction === 'after' ? place + 1 : Math.max(place - pageSize, 0);
  const results = items.slice(start, start + pageSize);
  const last = results.at(-1);
  const link = (cursor: string) => `${listUrl}?cursor=${Buffer.from(cursor).toString('base64url')}`;
  return {
    next: last && start + pageSize < items.length ? link(`after ${last.id}`) : null,
    previous: start > 0 && results[0] ? link(`before ${results[0].id}`) : null,
    results,
  };
}

function decodeCursor(cursor: string | null): { direction: 'after' | 'before'; id: string | null } {
  const [direction, id] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ');
  return { direction: direction === 'before' ? 'before' : 'after', id: id ?? null };
}
