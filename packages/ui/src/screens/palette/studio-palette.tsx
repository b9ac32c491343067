'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { FramePlace } from '../../frame/places.tsx';
import { CommandPalette } from '../../primitives/command-palette.tsx';
import { loadLate } from '../../primitives/load-late.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import { jumpsTo } from './jumps.ts';
import { hearPaletteCalls } from './palette-call.ts';
import { useJumps } from './use-jumps.ts';

const PaletteList = loadLate(() => import('./palette-list.tsx').then((module) => module.PaletteList));
const StudioShortcuts = loadLate(() =>
  import('./studio-shortcuts.tsx').then((module) => module.StudioShortcuts),
);

interface StudioPaletteProps {
  /** What this storefront has. */
  readonly places: readonly Pick<FramePlace, 'name' | 'href'>[];
}

/** On every page: ⌘K or Ctrl K finds everything, `?` says which keys there are, `g` and a letter goes to a place. */
export function StudioPalette({ places }: StudioPaletteProps) {
  const router = useRouter();
  const jumps = useMemo(() => jumpsTo(places), [places]);
  const [sheet, setSheet] = useState<'unwanted' | 'open' | 'closed'>('unwanted');
  const openSheet = () => setSheet('open');
  useShortcuts({ '?': openSheet });
  useJumps(jumps, (href) => router.push(href));
  return (
    <>
      <CommandPalette hearCalls={hearPaletteCalls}>
        {(onClose) => <PaletteList jumps={jumps} onClose={onClose} onShortcuts={openSheet} />}
      </CommandPalette>
      {sheet !== 'unwanted' && (
        <StudioShortcuts jumps={jumps} isOpen={sheet === 'open'} onClose={() => setSheet('closed')} />
      )}
    </>
  );
}
