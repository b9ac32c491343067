'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useShortcuts } from './use-shortcuts.ts';

interface CommandPaletteProps {
  /** The list, which is best loaded when it is first called. */
  readonly children: (onClose: () => void) => ReactNode;
  /** Open from the start, to be looked at. */
  readonly isOpenAtFirst?: boolean | undefined;
  /** Tells when something on the page wants it open, until what it returns is called. */
  readonly hearCalls?: ((onCall: () => void) => () => void) | undefined;
}

/** Everything the studio can do, by name: ⌘K or Ctrl K. */
export function CommandPalette({ children, isOpenAtFirst = false, hearCalls }: CommandPaletteProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  useShortcuts({ 'mod+k': () => setIsOpen(!isOpen) });
  useEffect(() => hearCalls?.(() => setIsOpen(true)), [hearCalls]);
  return isOpen ? children(() => setIsOpen(false)) : null;
}
