import { useEffect, useRef } from 'react';
import { createOverlayEntry, type OverlayEntry } from './overlay-entry.ts';

/** While something lies over the whole page, the browser's way back closes it, and does not leave the page beneath. */
export const useBackCloses = (onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  const kept = useRef<OverlayEntry | null>(null);
  useEffect(() => {
    kept.current ??= createOverlayEntry(window.history);
    const entry = kept.current;
    entry.open();
    const onPop = () => close.current();
    window.addEventListener('popstate', onPop);
    return () => {
      window.removeEventListener('popstate', onPop);
      entry.close();
    };
  }, []);
};
