'use client';

import { Drawer as BaseDrawer } from '@base-ui/react/drawer';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { popupLook } from './popup-look.ts';

interface DrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
}

/** Beside the page, for what is looked at without leaving it. It can be swiped away. */
export function Drawer({ isOpen, onClose, title, description, children }: DrawerProps) {
  const words = useWords('common');
  return (
    <BaseDrawer.Root open={isOpen} onOpenChange={(open) => !open && onClose()} swipeDirection="right">
      <BaseDrawer.Portal>
        <BaseDrawer.Backdrop className="veil fixed inset-0 z-40" />
        <BaseDrawer.Viewport className="fixed inset-0 z-40 flex justify-end">
          <BaseDrawer.Popup
            className={classNames(
              popupLook,
              'h-full w-full overflow-y-auto overscroll-contain rounded-none border-y-0 border-r-0 sm:max-w-md',
              'transform-[translateX(var(--drawer-swipe-movement-x))] transition-transform duration-200 ease-out data-swiping:duration-0',
              'data-ending-style:transform-[translateX(100%)] data-starting-style:transform-[translateX(100%)]',
            )}
          >
            <BaseDrawer.Content>
              <header className="sticky top-0 z-10 flex items-start gap-4 border-line border-b bg-raised px-5 py-4">
                <div className="min-w-0 flex-1">
                  <BaseDrawer.Title className="font-semibold text-md">{title}</BaseDrawer.Title>
                  {description && (
                    <BaseDrawer.Description className="mt-0.5 text-muted text-sm">
                      {description}
                    </BaseDrawer.Description>
                  )}
                </div>
                <BaseDrawer.Close
                  render={<IconButton label={words('close')} icon={<X size={18} />} size="small" />}
                />
              </header>
              <div className="p-5">{children}</div>
            </BaseDrawer.Content>
          </BaseDrawer.Popup>
        </BaseDrawer.Viewport>
      </BaseDrawer.Portal>
    </BaseDrawer.Root>
  );
}
