'use client';

import dynamic from 'next/dynamic';
import type { VirtualGridProps } from './virtual-grid-view.tsx';

const VirtualGridView = dynamic(() =>
  import('./virtual-grid-view.tsx').then((module) => module.VirtualGridView),
);

/** A grid of any length of which only the part in sight exists. */
export function VirtualGrid<Item>(props: VirtualGridProps<Item>) {
  return <VirtualGridView {...(props as VirtualGridProps<unknown>)} />;
}
