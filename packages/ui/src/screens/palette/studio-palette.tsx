'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CommandPalette } from '../../primitives/command-palette.tsx';
import { loadLate } from '../../primitives/load-late.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import { hearPaletteCalls } from './palette-call.ts';
import { useJumps } from './use-jumps.ts';

const PaletteList = loadLate(() => import('./palette-list.tsx').then((module) => module.PaletteList));
const StudioShortcuts = loadLate(() =>
  import('./studio-shortcuts.tsx').then((module) => module.StudioShortcuts),
);

/** On every page: ⌘K or Ctrl K finds everything, `?` says which keys there are, `g` and a letter goes to a place. */
export function StudioPalette() {
  const router = useRouter();
  const [sheet, setSheet] = useState<'unwanted' | 'open' | 'closed'>('unwanted');
  const openSheet = () => setSheet('open');
  useShortcuts({ '?': openSheet });
  useJumps((href) => router.push(href));
  return (
    <>
      <CommandPalette hearCalls={hearPaletteCalls}>
        {(onClose) => <PaletteList onClose={onClose} onShortcuts={openSheet} />}
      </CommandPalette>
      {sheet !== 'unwanted' && (
        <StudioShortcuts isOpen={sheet === 'open'} onClose={() => setSheet('closed')} />
      )}
    </>
  );
}
