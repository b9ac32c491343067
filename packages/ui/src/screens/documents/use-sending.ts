import { useCallback, useState } from 'react';
import { useStudio } from '../studio.tsx';
import { useLeaveWarning } from '../use-leave-warning.ts';
import { sendDocument } from './send-document.ts';

export interface SentDocument {
  readonly id: string;
  readonly file: File;
  readonly state: 'sending' | 'failed';
  readonly progress: number;
  readonly stop: AbortController;
}

/** Documents on their way. What arrived leaves the list; what failed stays, and can be sent again. */
export const useSending = (onArrived: () => Promise<unknown>) => {
  const { api, getAccessToken } = useStudio();
  const [items, setItems] = useState<readonly SentDocument[]>([]);
  const forget = useCallback((id: string) => setItems((all) => all.filter((item) => item.id !== id)), []);
  const change = useCallback(
    (id: string, changes: Partial<SentDocument>) =>
      setItems((all) => all.map((item) => (item.id === id ? { ...item, ...changes } : item))),
    [],
  );
  const send = useCallback(
    async ({ id, file, stop }: SentDocument) => {
      try {
        const onProgress = (progress: number) => change(id, { progress });
        await sendDocument({ api, file, getAccessToken, onProgress, signal: stop.signal });
        await onArrived();
        forget(id);
      } catch {
        if (stop.signal.aborted) forget(id);
        else change(id, { state: 'failed' });
      }
    },
    [api, getAccessToken, change, forget, onArrived],
  );
  useLeaveWarning(items.some(({ state }) => state === 'sending'));
  const begin = (file: File): SentDocument => ({
    id: crypto.randomUUID(),
    file,
    state: 'sending',
    progress: 0,
    stop: new AbortController(),
  });
  return {
    items,
    add: (files: readonly File[]) => {
      const added = files.map(begin);
      setItems((all) => [...added, ...all]);
      for (const item of added) void send(item);
    },
    retry: (item: SentDocument) => {
      const again = { ...item, state: 'sending' as const, progress: 0, stop: new AbortController() };
      change(item.id, again);
      void send(again);
    },
    dismiss: (item: SentDocument) => {
      if (item.state === 'failed') forget(item.id);
      else item.stop.abort(new Error('Nobody wants it any more.'));
    },
  };
};
