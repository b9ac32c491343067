'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import type { PaletteGroup } from './command-list.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const CommandList = dynamic(() => import('./command-list.tsx').then((module) => module.CommandList), {
  ssr: false,
});

interface CommandPaletteProps {
  readonly groups: readonly PaletteGroup[];
  /** Open from the start, to be looked at. */
  readonly isOpenAtFirst?: boolean | undefined;
  /** What stands in it can be fetched then. */
  readonly onOpen?: (() => void) | undefined;
  /** Tells when something on the page wants it open, until what it returns is called. */
  readonly hearCalls?: ((onCall: () => void) => () => void) | undefined;
}

/** Everything the studio can do, by name: ⌘K or Ctrl K. Loaded when it is first called. */
export function CommandPalette({ groups, isOpenAtFirst = false, onOpen, hearCalls }: CommandPaletteProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const open = () => {
    onOpen?.();
    setIsOpen(true);
  };
  useShortcuts({ 'mod+k': () => (isOpen ? setIsOpen(false) : open()) });
  const current = useRef(open);
  useEffect(() => {
    current.current = open;
  });
  useEffect(() => hearCalls?.(() => current.current()), [hearCalls]);
  return isOpen ? <CommandList groups={groups} onClose={() => setIsOpen(false)} /> : null;
}
