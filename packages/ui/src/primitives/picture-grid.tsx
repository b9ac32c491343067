'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { chooseRows } from './choose-rows.ts';
import { type GridLayout, layoutGrid, moveInGrid } from './grid-window.ts';
import { useGridWindow, useWidth } from './use-grid-window.ts';
import { shortcutName } from './use-shortcuts.ts';

interface PictureSection<Item> {
  readonly id: string;
  /** Over its pictures; none where all are one. */
  readonly title: ReactNode;
  readonly items: readonly Item[];
}

interface PictureGridProps<Item> {
  readonly label: string;
  readonly sections: readonly PictureSection<Item>[];
  readonly itemKey: (item: Item) => string;
  /** What a tile is called to somebody who cannot see it. */
  readonly itemLabel: (item: Item) => string;
  /** The picture and its marks, in as few elements as can be: there are many. */
  readonly renderItem: (item: Item) => ReactNode;
  /** Over the tile that the pointer rests on; what it does, keys do as well. */
  readonly renderActions?: ((item: Item) => ReactNode) | undefined;
  /** The least width of a tile, in pixels. */
  readonly tileWidth: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** A click chooses instead of opening. */
  readonly isChoosing: boolean;
  readonly onOpen: (item: Item) => void;
  /** Keys for the tile that has the focus, named as in `Shortcuts`. */
  readonly keys?: Readonly<Record<string, (item: Item) => void>> | undefined;
  /** Called when the end comes near. */
  readonly onEnd?: (() => void) | undefined;
}

const gap = 4;
const titleHeight = 44;
/** Before anything is measured: enough for the first view, and the same on the server. */
const firstCount = 30;

/**
 * Pictures by the thousand, of which only those in sight exist. One of them is in the order of Tab; arrow keys move it,
 * Space chooses, with Shift a range, and Enter opens.
 */
export function PictureGrid<Item>(props: PictureGridProps<Item>) {
  const { label, sections, itemKey, itemLabel, renderItem, renderActions, tileWidth, chosen, onChoose } =
    props;
  const list = useRef<HTMLDivElement>(null);
  const width = useWidth(list);
  const items = useMemo(() => sections.flatMap((section) => section.items), [sections]);
  const order = useMemo(() => items.map(itemKey), [items, itemKey]);
  const layout = useMemo(
    () =>
      layoutGrid(
        sections.map(({ title, items: { length: count } }) => ({ count, hasTitle: title !== null })),
        { width: width ?? 1000, tileWidth, gap, titleHeight },
      ),
    [sections, width, tileWidth],
  );
  const shown = useGridWindow(list, width === null ? null : layout);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const isMoving = useRef(false);

  const rows = shown
    ? layout.rows.slice(shown[0], shown[1])
    : layout.rows.filter(({ from }) => from < firstCount);
  const [first, last] = [rows[0], rows.at(-1)];
  const found = activeKey === null ? -1 : order.indexOf(activeKey);
  // Whoever comes by Tab must find one, also where the last one is out of sight.
  const isInSight = found >= (first?.from ?? 0) && found < (last?.to ?? 0);
  const active = isInSight ? found : (first?.from ?? 0);

  useEffect(() => {
    if (!isMoving.current) return;
    const tile = list.current?.querySelector<HTMLElement>(`[data-index="${found}"]`);
    if (!tile) return;
    isMoving.current = false;
    tile.focus({ preventScroll: true });
    tile.scrollIntoView({ block: 'nearest' });
  });

  const isNearEnd = shown !== null && shown[1] >= layout.rows.length - 2;
  const { onEnd } = props;
  const count = items.length;
  const askedAt = useRef(-1);
  useEffect(() => {
    // Where nothing is to come now, another list may be about to: its end is asked for anew.
    if (!onEnd) askedAt.current = -1;
    if (!onEnd || !isNearEnd || askedAt.current === count) return;
    askedAt.current = count;
    onEnd();
  }, [isNearEnd, count, onEnd]);

  const itemOf = (event: MouseEvent | KeyboardEvent) => {
    const tile = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const index = tile ? Number(tile.dataset.index) : -1;
    const item = items[index];
    return item === undefined ? null : { item, index, key: itemKey(item) };
  };
  const choose = (key: string, isChosen: boolean, isRange: boolean) => {
    onChoose(chooseRows(chosen, order, { id: key, isChosen, isRange, lastId: anchor }));
    if (!isRange) setAnchor(key);
  };
  const click = (event: MouseEvent) => {
    const at = itemOf(event);
    if (!at) return;
    setActiveKey(at.key);
    if (event.shiftKey) choose(at.key, true, anchor !== null);
    else if (props.isChoosing || event.metaKey || event.ctrlKey) choose(at.key, !chosen.has(at.key), false);
    else props.onOpen(at.item);
  };
  const press = (event: KeyboardEvent) => {
    const at = itemOf(event);
    if (!at) return;
    const next = moveInGrid(
      layout,
      at.index,
      event.key,
      Math.max(1, Math.floor(window.innerHeight / layout.tileSize) - 1),
    );
    const nextKey = next === null ? undefined : order[next];
    if (nextKey !== undefined && next !== null) {
      if (event.shiftKey)
        onChoose(
          chooseRows(chosen, order, { id: nextKey, isChosen: true, isRange: true, lastId: anchor ?? at.key }),
        );
      if (event.shiftKey && anchor === null) setAnchor(at.key);
      setActiveKey(nextKey);
      isMoving.current = true;
      bringIntoSight(list.current, layout, next);
    } else if (event.key === ' ') choose(at.key, event.shiftKey || !chosen.has(at.key), event.shiftKey);
    else if (event.key === 'Enter') props.onOpen(at.item);
    else if (event.key === 'Escape' && chosen.size > 0) onChoose(new Set());
    else if (shortcutName(event) === 'mod+a') onChoose(new Set(order));
    else {
      const run = props.keys?.[shortcutName(event)];
      if (!run) return;
      run(at.item);
    }
    event.preventDefault();
  };

  const above = shown ? (first?.top ?? 0) : 0;
  const below = shown && last ? layout.height - last.top - last.height : 0;
  const hover = hovered === null ? -1 : order.indexOf(hovered);
  const under = items[hover];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only where the pointer is; keys are the list's.
    <div className="relative" onMouseLeave={() => setHovered(null)}>
      <div
        ref={list}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        className="grid"
        style={{
          gap,
          gridTemplateColumns: `repeat(auto-fill, minmax(min(${tileWidth}px, 45%), 1fr))`,
          paddingTop: above,
          paddingBottom: below,
        }}
        onClick={click}
        onKeyDown={press}
        onMouseOver={(event) => setHovered((was) => itemOf(event)?.key ?? was)}
        onFocus={(event) => {
          const index = event.target.dataset.index;
          if (index !== undefined) setActiveKey(order[Number(index)] ?? null);
        }}
      >
        {rows.map(({ section, from, to }) =>
          from === to ? (
            <div
              key={`title-${sections[section]?.id}`}
              role="presentation"
              className="col-span-full flex items-end pb-1.5"
              style={{ height: titleHeight }}
            >
              {sections[section]?.title}
            </div>
          ) : (
            items.slice(from, to).map((item, place) => {
              const index = from + place;
              const key = order[index] ?? '';
              return (
                <div
                  key={key}
                  role="option"
                  data-index={index}
                  tabIndex={index === active ? 0 : -1}
                  aria-selected={chosen.has(key)}
                  aria-label={itemLabel(item)}
                  aria-posinset={index + 1}
                  aria-setsize={items.length}
                  className="plate -outline-offset-3 relative aspect-square cursor-pointer overflow-hidden rounded-sm aria-selected:outline-3 aria-selected:outline-accent-ink focus-visible:outline-3"
                >
                  {renderItem(item)}
                </div>
              );
            })
          ),
        )}
      </div>
      {under !== undefined && renderActions && (
        <div
          className="pointer-events-none absolute pointer-coarse:hidden [&_button]:pointer-events-auto"
          style={placeOf(layout, hover)}
        >
          {renderActions(under)}
        </div>
      )}
    </div>
  );
}

const rowOf = ({ rows }: GridLayout, index: number) =>
  rows.find(({ from, to }) => index >= from && index < to);

const placeOf = (layout: GridLayout, index: number) => {
  const row = rowOf(layout, index);
  const column = index - (row?.from ?? index);
  return {
    top: row?.top ?? 0,
    left: column * (layout.tileSize + gap),
    width: layout.tileSize,
    height: layout.tileSize,
  };
};

/** Far away there is no tile yet to be scrolled to, only its place. */
const bringIntoSight = (list: HTMLElement | null, layout: GridLayout, index: number): void => {
  const row = rowOf(layout, index);
  if (!list || !row) return;
  const top = list.getBoundingClientRect().top + row.top;
  // Under the head of the page and over the bar at its foot.
  const [from, to] = [120, window.innerHeight - row.height - 90];
  if (top < from) window.scrollBy({ top: top - from });
  else if (top > to) window.scrollBy({ top: top - to });
};
