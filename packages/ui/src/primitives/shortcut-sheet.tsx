'use client';

import { useWords } from '../messages/use-words.ts';
import { Dialog } from './dialog.tsx';

export interface ShortcutGroup {
  readonly label: string;
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly label: string }[];
}

interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly groups: readonly ShortcutGroup[];
}

export function ShortcutSheet({ isOpen, onClose, groups }: ShortcutSheetProps) {
  const words = useWords('shortcuts');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words('title')} description={words('line')}>
      <div className="grid gap-6 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.label}>
            <h3 className="mb-1.5 font-medium text-muted text-sm">{group.label}</h3>
            <dl className="flex flex-col">
              {group.shortcuts.map(({ keys, label }) => (
                <div
                  key={label}
                  className="flex items-center justify-between gap-3 border-line py-1.5 not-last:border-b"
                >
                  <dt>{label}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <kbd
                        key={key}
                        className="min-w-6 rounded-sm border border-edge/60 bg-sunken px-1.5 text-center font-sans text-xs leading-5"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
