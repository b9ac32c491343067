import { useCallback, useEffect, useRef, useState } from 'react';
import { useStudio } from '../studio.tsx';
import { uploadFile } from './upload-file.ts';

export interface UploadItem {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly progress: number;
}

const atOnce = 3;

/** Files on their way, three at a time; what arrived leaves the list, what failed stays and can be sent again. */
export const useUploads = (onArrived: () => void) => {
  const { api, getAccessToken } = useStudio();
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const stop = useRef(new AbortController());
  const change = useCallback(
    (id: string, changes: Partial<UploadItem>) =>
      setItems((all) => all.map((item) => (item.id === id ? { ...item, ...changes } : item))),
    [],
  );
  const send = useCallback(
    async ({ id, file }: UploadItem) => {
      try {
        const onProgress = (progress: number) => change(id, { progress });
        await uploadFile({ api, file, getAccessToken, onProgress, signal: stop.current.signal });
        setItems((all) => all.filter((item) => item.id !== id));
        onArrived();
      } catch {
        change(id, { state: 'failed' });
      }
    },
    [api, getAccessToken, change, onArrived],
  );
  useEffect(() => {
    const free = atOnce - items.filter(({ state }) => state === 'sending').length;
    for (const item of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) {
      change(item.id, { state: 'sending' });
      void send(item);
    }
  }, [items, change, send]);
  useEffect(() => {
    if (items.every(({ state }) => state === 'failed')) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [items]);
  return {
    items,
    add: (files: readonly File[]) =>
      setItems((all) => [
        ...all,
        ...files.map((file) => ({ id: crypto.randomUUID(), file, state: 'waiting' as const, progress: 0 })),
      ]),
    retry: (id: string) => change(id, { state: 'waiting', progress: 0 }),
    dismiss: (id: string) => setItems((all) => all.filter((item) => item.id !== id)),
  };
};
