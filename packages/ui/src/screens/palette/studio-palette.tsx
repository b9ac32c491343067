'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { CommandPalette } from '../../primitives/command-palette.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import { jumps } from './jumps.ts';
import { hearPaletteCalls } from './palette-call.ts';
import { useJumps } from './use-jumps.ts';

const PaletteList = dynamic(() => import('./palette-list.tsx').then((module) => module.PaletteList), {
  ssr: false,
});
const ShortcutSheet = dynamic(
  () => import('../../primitives/shortcut-sheet.tsx').then((module) => module.ShortcutSheet),
  { ssr: false },
);

/** On every page: ⌘K or Ctrl K finds everything, `?` says which keys there are, `g` and a letter goes to a place. */
export function StudioPalette() {
  const [words, places] = [useWords('palette'), useWords('frame.places')];
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
        <ShortcutSheet
          isOpen={sheet === 'open'}
          onClose={() => setSheet('closed')}
          groups={[
            {
              label: words('everywhere'),
              shortcuts: [
                { keys: ['⌘', 'K'], label: words('onApple') },
                { keys: ['Ctrl', 'K'], label: words('elsewhere') },
                { keys: ['?'], label: words('shortcuts') },
                { keys: ['Esc'], label: words('close') },
              ],
            },
            {
              label: words('goTo'),
              shortcuts: jumps.map(({ key, place }) => ({
                keys: ['G', key.toUpperCase()],
                label: places(place),
              })),
            },
          ]}
        />
      )}
    </>
  );
}
