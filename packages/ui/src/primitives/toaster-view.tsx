'use client';

import { Toaster as Sonner } from 'sonner';
import { useWords } from '../messages/use-words.ts';

/** Where passing notes appear. What lasts longer than a moment belongs in the activity tray. */
export function ToasterView() {
  const words = useWords('common');
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={words('notes')}
      mobileOffset={{ bottom: 76 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-lg border border-line bg-raised p-3.5 text-base text-text shadow-float sm:w-(--width)',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-sm text-muted',
          icon: 'mt-0.5',
          success: '[&_[data-icon]]:text-good',
          error: '[&_[data-icon]]:text-bad',
          actionButton: 'shrink-0 rounded-sm px-2 py-0.5 text-sm font-medium text-accent-ink hover:bg-text/7',
        },
      }}
    />
  );
}
