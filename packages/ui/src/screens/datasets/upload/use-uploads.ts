import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { StudioApi } from '../../../api/studio-api.ts';
import { useStudio } from '../../studio.tsx';
import type { PickedFile, Refusal } from './picked-file.ts';
import { readPersonId } from './read-person-id.ts';
import { openZips } from './read-picked.ts';
import { sortPicked } from './sort-picked.ts';
import { registerUpload, uploadFile } from './upload-file.ts';
import { type BrokenOffUpload, createUploadMemory, type UploadMemory } from './upload-memory.ts';
import { createUploadQueue, type UploadQueue, type UploadState } from './upload-queue.ts';

interface Sending {
  readonly queue: UploadQueue;
  readonly getMemory: () => Promise<UploadMemory>;
  /** Who is told of arrivals: the screen, while it is there. */
  onArrived: () => void;
}

const atOnce = 3;

/** By studio and brand: uploads go on while somebody looks at other pages, and no other studio sees them. */
const running = new WeakMap<QueryClient, Map<string, Sending>>();

const sendingFor = (client: QueryClient, api: StudioApi, getAccessToken: () => Promise<string>): Sending => {
  const byBrand = running.get(client) ?? new Map<string, Sending>();
  running.set(client, byBrand);
  const known = byBrand.get(api.brandId);
  if (known) return known;
  const getMemory = async () => {
    const personId = readPersonId(await getAccessToken());
    return createUploadMemory(localStorage, { brandId: api.brandId, personId });
  };
  const sending: Sending = {
    getMemory,
    onArrived: () => undefined,
    queue: createUploadQueue({
      atOnce,
      onArrived: () => sending.onArrived(),
      send: async (picked, onProgress) =>
        uploadFile({ api, picked, memory: await getMemory(), getAccessToken, onProgress }),
    }),
  };
  byBrand.set(api.brandId, sending);
  return sending;
};

const nothing: UploadState = { items: [], tally: { addedIds: [], refused: [] } };

interface UploadsOptions {
  readonly maximumBytes: number;
  readonly onArrived: () => void;
}

/** Files on their way to the brand, and those that were broken off when the page was closed. */
export const useUploads = ({ maximumBytes, onArrived }: UploadsOptions) => {
  const { api, getAccessToken } = useStudio();
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const [brokenOff, setBrokenOff] = useState<readonly BrokenOffUpload[]>([]);
  const [isReading, setIsReading] = useState(false);
  useEffect(() => {
    const current = sendingFor(client, api, getAccessToken);
    current.onArrived = onArrived;
    setSending(current);
    return () => {
      current.onArrived = () => undefined;
    };
  }, [client, api, getAccessToken, onArrived]);
  const { items, tally } = useSyncExternalStore(
    useCallback((listener) => sending?.queue.subscribe(listener) ?? (() => undefined), [sending]),
    () => sending?.queue.getState() ?? nothing,
    () => nothing,
  );
  useBrokenOff(sending, setBrokenOff, onArrived);
  useEffect(() => {
    if (!sending) return;
    const retry = () => sending.queue.retryAll();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [sending]);
  const isSending = items.some(({ state }) => state !== 'failed');
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
  const add = useCallback(
    async (files: readonly PickedFile[], refused: readonly Refusal[] = []) => {
      if (!sending) return;
      setIsReading(true);
      try {
        const opened = await openZips(files, maximumBytes);
        const sorted = sortPicked(opened.taken, { maximumBytes, known: sending.queue.known });
        sending.queue.add(sorted.taken, [...refused, ...opened.refused, ...sorted.refused]);
        // Without a session each upload says so itself.
        const memory = await sending.getMemory().catch(() => null);
        const resumed = new Set(memory ? sorted.taken.map(memory.fingerprintOf) : []);
        setBrokenOff((all) => all.filter(({ fingerprint }) => !resumed.has(fingerprint)));
      } finally {
        setIsReading(false);
      }
    },
    [sending, maximumBytes],
  );
  return useMemo(
    () => ({
      items,
      tally,
      brokenOff,
      /** A folder or a zip is being read. */
      isReading,
      add,
      retry: (id: string) => sending?.queue.retry(id),
      retryAll: () => sending?.queue.retryAll(),
      dismiss: (id: string) => sending?.queue.dismiss(id),
      clearTally: () => sending?.queue.clearTally(),
      forgetBrokenOff: () => {
        void sending?.getMemory().then((memory) => {
          for (const { fingerprint } of brokenOff) memory.forget(fingerprint);
          setBrokenOff([]);
        });
      },
    }),
    [items, tally, brokenOff, isReading, add, sending],
  );
};

/** What has arrived whole is registered at once; for the rest somebody has to choose the files again. */
const useBrokenOff = (
  sending: Sending | null,
  setBrokenOff: (uploads: readonly BrokenOffUpload[]) => void,
  onArrived: () => void,
) => {
  const { api } = useStudio();
  useEffect(() => {
    let isCurrent = true;
    const look = async (memory: UploadMemory) => {
      const onTheirWay = new Set(
        sending?.queue.getState().items.map(({ picked }) => memory.fingerprintOf(picked)),
      );
      const found = memory.listBrokenOff().filter(({ fingerprint }) => !onTheirWay.has(fingerprint));
      if (isCurrent) setBrokenOff(found.filter(({ isSent }) => !isSent));
      const sent = found.filter(({ isSent }) => isSent);
      for (const upload of sent) await registerUpload({ api, memory, ...upload }).catch(() => undefined);
      if (sent.length > 0) onArrived();
    };
    void sending
      ?.getMemory()
      .then(look)
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [sending, api, setBrokenOff, onArrived]);
};
