'use client';

import { CommandList } from '../../primitives/command-list.tsx';
import { usePaletteGroups } from './use-palette-groups.tsx';

interface PaletteListProps {
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** The palette with everything that the studio has. */
export function PaletteList({ onClose, onShortcuts }: PaletteListProps) {
  return <CommandList groups={usePaletteGroups(onShortcuts)} onClose={onClose} />;
}
