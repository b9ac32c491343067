'use client';

import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../messages/use-words.ts';

const watch = (notify: () => void) => {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
};

/** Whether this machine has a network; a server says yes. */
export const useIsOnline = () =>
  useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );

/** Lies over the bottom of the page, so that nothing moves when it comes and goes. */
export function OfflineBanner({ isShown }: { readonly isShown?: boolean | undefined }) {
  const words = useWords('common');
  const isOnline = useIsOnline();
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(env(safe-area-inset-bottom)+64px)] z-30 flex justify-center px-4 md:bottom-4"
    >
      {(isShown ?? !isOnline) && (
        <p className="flex items-center gap-2 rounded-md bg-text px-3.5 py-2 text-sm text-surface shadow-float">
          <WifiOff aria-hidden size={16} className="shrink-0" />
          {words('offline')}
        </p>
      )}
    </div>
  );
}
