'use client';

import { CommandList } from '../../primitives/command-list.tsx';
import type { Jump } from './jumps.ts';
import { usePaletteGroups } from './use-palette-groups.tsx';

interface PaletteListProps {
  readonly jumps: readonly Jump[];
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** The palette with everything that the studio has. */
export function PaletteList({ jumps, onClose, onShortcuts }: PaletteListProps) {
  return <CommandList groups={usePaletteGroups(jumps, onShortcuts)} onClose={onClose} />;
}
