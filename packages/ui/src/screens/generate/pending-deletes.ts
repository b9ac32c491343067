/** Requests and pictures that are about to be deleted, and how many pictures that is. */
export interface PendingDelete {
  readonly ids: readonly string[];
  readonly pictures: number;
}

interface PendingDeletesOptions {
  readonly undoMs: number;
  /** Calls back after so long, unless it is cancelled by what it answers. */
  readonly later: (run: () => void, ms: number) => () => void;
}

/**
 * A delete is sent some seconds after it was asked for, and not at all where it is undone or the page closes first:
 * then everything is still there.
 */
export const createPendingDeletes = ({ undoMs, later }: PendingDeletesOptions) => {
  let pending: readonly PendingDelete[] = [];
  let hidden: ReadonlySet<string> = new Set();
  const cancels = new Map<PendingDelete, () => void>();
  const listeners = new Set<() => void>();
  const set = (next: readonly PendingDelete[]) => {
    pending = next;
    hidden = new Set(next.flatMap(({ ids }) => ids));
    for (const listener of listeners) listener();
  };
  const drop = (one: PendingDelete) => set(pending.filter((other) => other !== one));
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The last one that can still be undone. */
    latest: (): PendingDelete | null => pending.findLast((one) => cancels.has(one)) ?? null,
    /** What is not to be shown any more. */
    hidden: () => hidden,
    /** `send` must have taken the rows out of every list by the time it answers. */
    add: (one: PendingDelete, send: () => Promise<void>) => {
      const fire = async () => {
        cancels.delete(one);
        set([...pending]);
        await send().finally(() => drop(one));
      };
      cancels.set(
        one,
        later(() => void fire(), undoMs),
      );
      set([...pending, one]);
    },
    undo: () => {
      const one = pending.findLast((each) => cancels.has(each));
      if (!one) return;
      cancels.get(one)?.();
      cancels.delete(one);
      drop(one);
    },
  };
};
