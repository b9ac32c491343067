'use client';

import { type ComponentProps, type CSSProperties, type ReactNode, useMemo } from 'react';
import { VirtuosoGrid } from 'react-virtuoso';

export interface VirtualGridProps<Item> {
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly renderItem: (item: Item, index: number) => ReactNode;
  /** The least width of a tile, in pixels. */
  readonly tileWidth: number;
  /** Called when the end comes near. */
  readonly onEnd?: (() => void) | undefined;
  readonly label: string;
}

export function VirtualGridView<Item>(props: VirtualGridProps<Item>) {
  const { items, itemKey, renderItem, tileWidth, onEnd, label } = props;
  const components = useMemo(() => {
    const columns: CSSProperties = {
      gridTemplateColumns: `repeat(auto-fill, minmax(min(${tileWidth}px, 45%), 1fr))`,
    };
    return {
      List: ({ style, ...rest }: ComponentProps<'div'>) => (
        // biome-ignore lint/a11y/useSemanticElements: virtuoso measures a div.
        <div
          {...rest}
          role="list"
          aria-label={label}
          className="grid gap-1"
          style={{ ...style, ...columns }}
        />
      ),
      // biome-ignore lint/a11y/useSemanticElements: virtuoso measures a div.
      Item: (rest: ComponentProps<'div'>) => <div {...rest} role="listitem" />,
    };
  }, [tileWidth, label]);
  return (
    <VirtuosoGrid
      useWindowScroll
      data={[...items]}
      // Rendered on the server and before the first measurement.
      initialItemCount={Math.min(items.length, 24)}
      increaseViewportBy={400}
      components={components}
      computeItemKey={(_index, item) => itemKey(item)}
      itemContent={(index, item) => renderItem(item, index)}
      endReached={() => onEnd?.()}
    />
  );
}
