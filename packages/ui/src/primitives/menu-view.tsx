'use client';

import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { popupLook } from './popup-look.ts';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: ReactNode;
  /** Why it cannot be chosen now, shown beneath. */
  readonly whyNot?: string | undefined;
  readonly keys?: string | undefined;
  readonly isDangerous?: boolean | undefined;
  readonly onChoose: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Groups of entries, with a line between them. */
  readonly groups: readonly (readonly MenuEntry[])[];
}

export function MenuView({ trigger, groups }: MenuProps) {
  return (
    <BaseMenu.Root defaultOpen>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align="end" className="z-50">
          <BaseMenu.Popup className={classNames(popupLook, 'pop min-w-48 max-w-72 p-1')}>
            {groups.map((entries, index) => (
              <BaseMenu.Group
                key={index}
                className="not-first:mt-1 not-first:border-line not-first:border-t not-first:pt-1"
              >
                {entries.map((entry) => (
                  <Entry key={entry.label} {...entry} />
                ))}
              </BaseMenu.Group>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

function Entry({ label, icon, whyNot, keys, isDangerous, onChoose }: MenuEntry) {
  return (
    <BaseMenu.Item
      disabled={whyNot !== undefined}
      onClick={onChoose}
      className={classNames(
        'flex min-h-[max(32px,var(--control-least,0px))] cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1 outline-none',
        'data-disabled:text-muted data-highlighted:bg-text/8',
        isDangerous && 'text-bad',
      )}
    >
      {icon && <span className="shrink-0 opacity-80">{icon}</span>}
      <span className="min-w-0 flex-1">
        {label}
        {whyNot && <span className="block text-muted text-xs">{whyNot}</span>}
      </span>
      {keys && <kbd className="font-sans text-muted text-xs">{keys}</kbd>}
    </BaseMenu.Item>
  );
}
