'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { PaletteGroup } from './command-list.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const CommandList = dynamic(() => import('./command-list.tsx').then((module) => module.CommandList), {
  ssr: false,
});

interface CommandPaletteProps {
  readonly groups: readonly PaletteGroup[];
  /** Open from the start, to be looked at. */
  readonly isOpenAtFirst?: boolean | undefined;
}

/** Everything the studio can do, by name: ⌘K or Ctrl K. Loaded when it is first called. */
export function CommandPalette({ groups, isOpenAtFirst = false }: CommandPaletteProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  useShortcuts({ 'mod+k': () => setIsOpen((was) => !was) });
  return isOpen ? <CommandList groups={groups} onClose={() => setIsOpen(false)} /> : null;
}
