'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { classNames } from './class-names.ts';
import { popupLook } from './popup-look.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  /** Other words that find it. */
  readonly keywords?: readonly string[] | undefined;
  readonly onChoose: () => void;
}

export interface PaletteGroup {
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
}

interface CommandListProps {
  readonly groups: readonly PaletteGroup[];
  readonly onClose: () => void;
}

export function CommandList({ groups, onClose }: CommandListProps) {
  const words = useWords('palette');
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil fixed inset-0 z-50" />
        <Dialog.Popup
          className={classNames(
            popupLook,
            'pop fixed inset-x-3 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden',
          )}
        >
          <Dialog.Title className="sr-only">{words('title')}</Dialog.Title>
          <Command label={words('title')} loop>
            <div className="flex items-center gap-3 border-line border-b px-4">
              <Search aria-hidden size={18} className="text-muted" />
              <Command.Input
                placeholder={words('placeholder')}
                className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-muted"
              />
            </div>
            <Command.List className="max-h-[min(50vh,420px)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-muted">{words('nothing')}</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.label}
                  heading={group.label}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
                >
                  {group.entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} onClose={onClose} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Entry({ entry, onClose }: { readonly entry: PaletteEntry; readonly onClose: () => void }) {
  const choose = () => {
    onClose();
    entry.onChoose();
  };
  return (
    <Command.Item
      value={`${entry.label} ${entry.id}`}
      keywords={[...(entry.keywords ?? [])]}
      onSelect={choose}
      className="flex min-h-9 items-center gap-3 rounded-sm px-2.5 data-[selected=true]:bg-text/8 pointer-coarse:min-h-11"
    >
      <span className="text-muted [&>svg]:size-4">{entry.icon}</span>
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      {entry.keys && <kbd className="font-sans text-muted text-xs">{entry.keys}</kbd>}
    </Command.Item>
  );
}
