'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Checkbox } from './checkbox.tsx';
import { chooseRows } from './choose-rows.ts';
import { classNames } from './class-names.ts';
import { nextSorting, type Sorting, sortRows } from './sort-rows.ts';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Read aloud only: over buttons that speak for themselves. */
  readonly isHeaderHidden?: boolean | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** What it is sorted by; without it the column is not to be sorted. */
  readonly sortBy?: ((row: Row) => string | number | null) | undefined;
  readonly isNumber?: boolean | undefined;
  /** From which width on it is shown; always unless told. */
  readonly from?: 'md' | 'lg' | 'xl' | undefined;
  readonly className?: string | undefined;
}

interface TableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Ids of the rows that are chosen; without it nothing can be chosen. */
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** By what the rows are sorted already, where the page keeps that; else the table sorts them itself. */
  readonly sorting?: Sorting | null | undefined;
  readonly onSort?: ((sorting: Sorting | null) => void) | undefined;
  /** What a row is called to somebody who cannot see it. */
  readonly rowName?: ((row: Row) => string) | undefined;
}

const shownFrom = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' };

const look = <Row,>({ isNumber, from, className }: TableColumn<Row>) =>
  classNames(
    'px-3 first:pl-4 last:pr-4',
    isNumber && 'figures text-right',
    from && shownFrom[from],
    className,
  );

/** Rows to compare. Headers sort; boxes choose, with Shift for a range and the arrow keys from box to box. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rowId, selected, onSelect, rowName = rowId } = props;
  const words = useWords('table');
  const [ownSorting, setOwnSorting] = useState<Sorting | null>(null);
  const { sorting = ownSorting, onSort = setOwnSorting } = props;
  const [lastId, setLastId] = useState<string | null>(null);
  const by = columns.find(({ id }) => id === sorting?.columnId)?.sortBy;
  const isSortedHere = props.sorting === undefined;
  const rows = by && sorting && isSortedHere ? sortRows(props.rows, by, sorting.direction) : props.rows;
  const ids = rows.map(rowId);
  const chosenCount = ids.filter((id) => selected?.has(id)).length;
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-raised">
      <table aria-label={label} className="w-full border-collapse text-left">
        <thead>
          <tr className="border-line border-b text-muted text-xs">
            {selected && (
              <th scope="col" className="w-0 py-2 pl-4">
                <Checkbox
                  label={words('selectAll')}
                  isLabelHidden
                  className="align-middle"
                  checked={ids.length > 0 && chosenCount === ids.length}
                  isMixed={chosenCount > 0 && chosenCount < ids.length}
                  onChange={(event) => onSelect?.(new Set(event.target.checked ? ids : []))}
                />
              </th>
            )}
            {columns.map((column) => (
              <Heading
                key={column.id}
                column={column}
                direction={sorting?.columnId === column.id ? sorting.direction : undefined}
                onSort={() => onSort(nextSorting(sorting, column.id))}
              />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenBoxes}>
          {rows.map((row) => {
            const id = rowId(row);
            const isChosen = selected?.has(id) ?? false;
            return (
              <tr
                key={id}
                className={classNames(
                  'border-line not-last:border-b transition-colors duration-100',
                  isChosen ? 'bg-accent-soft' : 'hover:bg-text/4',
                )}
              >
                {selected && (
                  <td className="w-0 py-2.5 pl-4">
                    <Checkbox
                      label={words('select', { name: rowName(row) })}
                      isLabelHidden
                      className="align-middle"
                      checked={isChosen}
                      onChange={({ target, nativeEvent }) => {
                        const isRange = 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true;
                        onSelect?.(
                          chooseRows(selected, ids, { id, isChosen: target.checked, isRange, lastId }),
                        );
                        setLastId(id);
                      }}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.id} className={classNames(look(column), 'h-12 py-2')}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps<Row> {
  readonly column: TableColumn<Row>;
  readonly direction: Sorting['direction'] | undefined;
  readonly onSort: () => void;
}

function Heading<Row>({ column, direction, onSort }: HeadingProps<Row>) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={classNames(look(column), 'h-9 whitespace-nowrap font-medium')}
    >
      {column.sortBy ? (
        <button
          type="button"
          onClick={onSort}
          className={classNames(
            'group inline-flex items-center gap-1 rounded-sm hover:text-text',
            column.isNumber && 'flex-row-reverse',
          )}
        >
          {column.header}
          <Arrow
            aria-hidden
            size={12}
            className={direction ? 'text-text' : 'opacity-0 group-hover:opacity-60'}
          />
        </button>
      ) : (
        <span className={column.isHeaderHidden ? 'sr-only' : undefined}>{column.header}</span>
      )}
    </th>
  );
}

const moveBetweenBoxes = (event: KeyboardEvent<HTMLElement>) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const boxes = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>('td:first-child input[type=checkbox]'),
  ];
  boxes[boxes.indexOf(event.target) + step]?.focus();
};
