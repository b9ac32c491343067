'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { popupLook } from './popup-look.ts';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** The buttons, the one that goes on last. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'regular' | 'wide' | undefined;
}

const widths = { narrow: 'sm:max-w-md', regular: 'sm:max-w-xl', wide: 'sm:max-w-4xl' };

export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  children,
  actions,
  width = 'regular',
}: DialogProps) {
  const words = useWords('common');
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="veil fixed inset-0 z-40" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 grid place-items-end overflow-y-auto sm:place-items-center sm:p-6">
          <BaseDialog.Popup
            className={classNames(
              popupLook,
              widths[width],
              'pop w-full max-sm:rounded-b-none max-sm:border-x-0',
            )}
          >
            <header className="flex items-start gap-4 px-5 pt-4 pb-2">
              <div className="min-w-0 flex-1">
                <BaseDialog.Title className="font-semibold text-md">{title}</BaseDialog.Title>
                {description && (
                  <BaseDialog.Description className="mt-1 max-w-prose text-muted">
                    {description}
                  </BaseDialog.Description>
                )}
              </div>
              <BaseDialog.Close
                render={<IconButton label={words('close')} icon={<X size={18} />} size="small" />}
              />
            </header>
            <div className="px-5 py-3">{children}</div>
            {actions && (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3.5">
                {actions}
              </footer>
            )}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
