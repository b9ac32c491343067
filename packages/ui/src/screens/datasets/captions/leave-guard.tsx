'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { AlertDialog } from '../../../primitives/alert-dialog.tsx';
import { useLeaveWarning } from '../../use-leave-warning.ts';

type Mark = (id: string, isUnsaved: boolean) => void;

const MarkContext = createContext<Mark>(() => undefined);

/** Says that something would be lost by leaving. */
export const useUnsaved = (id: string, isUnsaved: boolean) => {
  const mark = use(MarkContext);
  useEffect(() => {
    mark(id, isUnsaved);
    return () => mark(id, false);
  }, [mark, id, isUnsaved]);
};

/** Asks before a link or a closed tab takes away what was not saved. */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const words = useWords('datasets.unsaved');
  const router = useRouter();
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const [href, setHref] = useState<string | null>(null);
  const mark = useCallback<Mark>(
    (id, isUnsaved) =>
      setUnsaved((now) => {
        if (now.has(id) === isUnsaved) return now;
        return isUnsaved ? new Set([...now, id]) : new Set([...now].filter((one) => one !== id));
      }),
    [],
  );
  const isActive = unsaved.size > 0;
  useLeaveWarning(isActive);
  useEffect(() => {
    if (!isActive) return;
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
      if (!(link instanceof HTMLAnchorElement) || isElsewhere || link.target === '_blank') return;
      if (link.origin !== location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      setHref(`${link.pathname}${link.search}${link.hash}`);
    };
    // Before the link itself hears of it.
    document.addEventListener('click', hold, { capture: true });
    return () => document.removeEventListener('click', hold, { capture: true });
  }, [isActive]);
  return (
    <MarkContext value={mark}>
      {children}
      <AlertDialog
        isOpen={href !== null}
        onClose={() => setHref(null)}
        title={words('title')}
        consequences={[words('line', { count: unsaved.size })]}
        confirmLabel={words('leave')}
        isDangerous
        onConfirm={() => {
          setUnsaved(new Set());
          if (href) router.push(href);
        }}
      />
    </MarkContext>
  );
}
