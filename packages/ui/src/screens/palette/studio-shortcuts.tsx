'use client';

import { useWords } from '../../messages/use-words.ts';
import { ShortcutSheet } from '../../primitives/shortcut-sheet.tsx';
import type { Jump } from './jumps.ts';

interface StudioShortcutsProps {
  readonly jumps: readonly Jump[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Which keys there are on every page. */
export function StudioShortcuts({ jumps, isOpen, onClose }: StudioShortcutsProps) {
  const [words, places] = [useWords('palette'), useWords('frame.places')];
  return (
    <ShortcutSheet
      isOpen={isOpen}
      onClose={onClose}
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
  );
}
