'use client';

import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { popupLook } from './popup-look.ts';

export interface PopoverProps {
  readonly trigger: ReactElement;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

export function PopoverView({ trigger, title, children }: PopoverProps) {
  return (
    <BasePopover.Root defaultOpen>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={8} collisionPadding={12} className="z-50">
          <BasePopover.Popup className={classNames(popupLook, 'pop w-80 max-w-[calc(100vw-24px)] p-4')}>
            {title && <BasePopover.Title className="mb-1 font-semibold">{title}</BasePopover.Title>}
            <div className="text-muted">{children}</div>
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
