import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { StudioApi } from '../../../api/studio-api.ts';
import { useStudio } from '../../studio.tsx';
import { useLeaveWarning } from '../../use-leave-warning.ts';
import type { Picked, PickedFile, Refusal } from './picked-file.ts';
import { openZips } from './read-picked.ts';
import { sortPicked } from './sort-picked.ts';
import { registerUpload, uploadFile } from './upload-file.ts';
import { type BrokenOffUpload, createUploadMemory, type UploadMemory } from './upload-memory.ts';
import { createUploadQueue, type UploadQueue, type UploadState } from './upload-queue.ts';

interface Sending {
  readonly queue: UploadQueue;
  readonly memory: UploadMemory;
  /** Who is told of arrivals: the screen, while it is there. */
  onArrived: () => void;
}

const atOnce = 3;

/** By studio, brand and person: uploads go on while somebody looks at other pages, and nobody else sees them. */
const running = new WeakMap<QueryClient, Map<string, Sending>>();

interface SendingOptions {
  readonly api: StudioApi;
  readonly personId: string;
  readonly getAccessToken: () => Promise<string>;
}

const sendingFor = (client: QueryClient, { api, personId, getAccessToken }: SendingOptions): Sending => {
  const ofStudio = running.get(client) ?? new Map<string, Sending>();
  running.set(client, ofStudio);
  const whose = `${api.brandId}/${personId}`;
  const known = ofStudio.get(whose);
  if (known) return known;
  const memory = createUploadMemory(localStorage, { brandId: api.brandId, personId });
  const sending: Sending = {
    memory,
    onArrived: () => undefined,
    queue: createUploadQueue({
      atOnce,
      onArrived: () => sending.onArrived(),
      send: async (picked, onProgress) => uploadFile({ api, picked, memory, getAccessToken, onProgress }),
    }),
  };
  ofStudio.set(whose, sending);
  return sending;
};

const nothing: UploadState = { items: [], tally: { addedIds: [], refused: [] } };

interface UploadsOptions {
  readonly maximumBytes: number;
  readonly onArrived: () => void;
}

/** Files on their way to the brand, and those that were broken off when the page was closed. */
export const useUploads = ({ maximumBytes, onArrived }: UploadsOptions) => {
  const { api, personId, getAccessToken } = useStudio();
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const [brokenOff, setBrokenOff] = useState<readonly BrokenOffUpload[]>([]);
  const [isReading, setIsReading] = useState(false);
  useEffect(() => {
    const current = sendingFor(client, { api, personId, getAccessToken });
    current.onArrived = onArrived;
    setSending(current);
    return () => {
      current.onArrived = () => undefined;
    };
  }, [client, api, personId, getAccessToken, onArrived]);
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
  useLeaveWarning(items.some(({ state }) => state !== 'failed'));
  // A field is alive a moment before there is anything to send with.
  const early = useRef<Picked[]>([]);
  const add = useCallback(
    async (files: readonly PickedFile[], refused: readonly Refusal[] = []) => {
      if (!sending) {
        early.current.push({ taken: files, refused });
        return;
      }
      setIsReading(true);
      try {
        const opened = await openZips(files, maximumBytes);
        const sorted = sortPicked(opened.taken, { maximumBytes, known: sending.queue.known });
        sending.queue.add(sorted.taken, [...refused, ...opened.refused, ...sorted.refused]);
        const resumed = new Set(sorted.taken.map(sending.memory.fingerprintOf));
        setBrokenOff((all) => all.filter(({ fingerprint }) => !resumed.has(fingerprint)));
      } finally {
        setIsReading(false);
      }
    },
    [sending, maximumBytes],
  );
  useEffect(() => {
    if (!sending) return;
    for (const { taken, refused } of early.current.splice(0)) void add(taken, refused);
  }, [sending, add]);
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
      release: (ids: readonly string[]) => sending?.queue.release(ids),
      clearTally: () => sending?.queue.clearTally(),
      forgetBrokenOff: () => {
        for (const { fingerprint } of brokenOff) sending?.memory.forget(fingerprint);
        setBrokenOff([]);
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
    const look = async ({ memory, queue }: Sending) => {
      const onTheirWay = new Set(queue.getState().items.map(({ picked }) => memory.fingerprintOf(picked)));
      const found = memory.listBrokenOff().filter(({ fingerprint }) => !onTheirWay.has(fingerprint));
      if (isCurrent) setBrokenOff(found.filter(({ isSent }) => !isSent));
      const sent = found.filter(({ isSent }) => isSent);
      for (const upload of sent) await registerUpload({ api, memory, ...upload }).catch(() => undefined);
      if (sent.length > 0) onArrived();
    };
    if (sending) void look(sending).catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [sending, api, setBrokenOff, onArrived]);
};
