'use client';

import { Search } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';
import { callPalette } from './palette-call.ts';

/** Opens the palette for whoever has no keyboard, or does not know its key yet. */
export function FindButton() {
  const words = useWords('frame');
  const isMac = useIsHydrated() && /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={callPalette}
      className="flex min-h-control w-full items-center gap-3 rounded-md px-2.5 text-left text-muted hover:bg-text/7 hover:text-text"
    >
      <Search aria-hidden size={18} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">{words('find')}</span>
      <kbd className="rounded-sm border border-edge/60 px-1.5 font-sans text-xs leading-5 pointer-coarse:hidden">
        {isMac ? '⌘K' : 'Ctrl K'}
      </kbd>
    </button>
  );
}
