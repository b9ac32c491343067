/** By which column, and which way. */
export interface Sorting {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** A click on a header: first one way, then the other, then as it came. */
export const nextSorting = (now: Sorting | null, columnId: string): Sorting | null => {
  if (now?.columnId !== columnId) return { columnId, direction: 'ascending' };
  return now.direction === 'ascending' ? { columnId, direction: 'descending' } : null;
};

type SortKey = string | number | null;

/** Rows in order; those without a value come last, whichever way. */
export const sortRows = <Row>(
  rows: readonly Row[],
  by: (row: Row) => SortKey,
  direction: Sorting['direction'],
): readonly Row[] => {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((first, second) => {
    const [one, other] = [by(first), by(second)];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    return one === other ? 0 : one < other ? -sign : sign;
  });
};
