import type { PickedFile, Refusal } from './picked-file.ts';
import { pickedKey } from './picked-file.ts';

export interface UploadItem {
  readonly id: string;
  readonly picked: PickedFile;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** From 0 to 100. */
  readonly progress: number;
  /** Why it failed. */
  readonly error: unknown;
}

/** What has happened since somebody last looked away. */
export interface UploadTally {
  /** The pictures that have arrived. */
  readonly addedIds: readonly string[];
  readonly refused: readonly Refusal[];
}

export interface UploadState {
  readonly items: readonly UploadItem[];
  readonly tally: UploadTally;
}

interface UploadQueueOptions {
  /** @returns the id of the picture */
  readonly send: (picked: PickedFile, onProgress: (percent: number) => void) => Promise<string>;
  readonly atOnce: number;
  readonly onArrived: () => void;
}

const emptyTally: UploadTally = { addedIds: [], refused: [] };

/** Files on their way, a few at a time; what arrived leaves the list, what failed stays and can be sent again. */
export function createUploadQueue({ send, atOnce, onArrived }: UploadQueueOptions) {
  let state: UploadState = { items: [], tally: emptyTally };
  const known = new Set<string>();
  const arrived = new Map<string, string>();
  const listeners = new Set<() => void>();
  const set = (changes: Partial<UploadState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const change = (id: string, changes: Partial<UploadItem>) =>
    set({ items: state.items.map((item) => (item.id === id ? { ...item, ...changes } : item)) });
  const drop = (id: string) => state.items.filter((item) => item.id !== id);
  const run = async ({ id, picked }: UploadItem) => {
    try {
      const addedId = await send(picked, (progress) => change(id, { progress }));
      const addedIds = addedId ? [...state.tally.addedIds, addedId] : state.tally.addedIds;
      arrived.set(addedId, pickedKey(picked));
      set({ items: drop(id), tally: { ...state.tally, addedIds } });
      onArrived();
    } catch (error) {
      change(id, { state: 'failed', error });
    }
    fill();
  };
  const fill = () => {
    const free = atOnce - state.items.filter((item) => item.state === 'sending').length;
    for (const item of state.items.filter((one) => one.state === 'waiting').slice(0, Math.max(0, free))) {
      change(item.id, { state: 'sending' });
      void run(item);
    }
  };
  const again = (isMeant: (item: UploadItem) => boolean) => {
    set({
      items: state.items.map((item) =>
        item.state === 'failed' && isMeant(item) ? { ...item, state: 'waiting', error: null } : item,
      ),
    });
    fill();
  };
  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** By `pickedKey`: what was brought before. */
    known: known as ReadonlySet<string>,
    add: (taken: readonly PickedFile[], refused: readonly Refusal[]) => {
      for (const one of taken) known.add(pickedKey(one));
      const items = taken.map((picked) => ({
        id: crypto.randomUUID(),
        picked,
        state: 'waiting' as const,
        progress: 0,
        error: null,
      }));
      set({
        items: [...state.items, ...items],
        tally: { ...state.tally, refused: [...state.tally.refused, ...refused] },
      });
      fill();
    },
    retry: (id: string) => again((item) => item.id === id),
    retryAll: () => again(() => true),
    dismiss: (id: string) => {
      const item = state.items.find((one) => one.id === id);
      if (item) known.delete(pickedKey(item.picked));
      set({ items: drop(id) });
    },
    /** These pictures were deleted: their files may be brought again. */
    release: (ids: readonly string[]) => {
      for (const id of ids) known.delete(arrived.get(id) ?? '');
    },
    clearTally: () => set({ tally: emptyTally }),
  };
}

export type UploadQueue = ReturnType<typeof createUploadQueue>;
