import type { Fault, FaultKind } from './fault.ts';

export type { Fault } from './fault.ts';

/** What is to go wrong, and has not yet. */
export interface FaultBoard {
  add(fault: Fault): void;
  /** The first fault for this place, if there is one, which has thereby happened once. */
  take(on: string, kind?: FaultKind): Fault | null;
  /** With `times` as what is left of it. */
  list(): Fault[];
  clear(): void;
}

export function createFaultBoard(initial: readonly Fault[] = []): FaultBoard {
  const pending: (Fault & { times: number })[] = [];
  const add = (fault: Fault) => void pending.push({ ...fault, times: fault.times ?? 1 });
  for (const fault of initial) add(fault);

  return {
    add,
    take(on, kind) {
      const fault = pending.find(
        (entry) => isAt(entry.on, on) && (kind === undefined || entry.kind === kind),
      );
      if (!fault) return null;
      fault.times -= 1;
      if (fault.times === 0) pending.splice(pending.indexOf(fault), 1);
      return { ...fault };
    },
    list: () => pending.map((fault) => ({ ...fault })),
    clear: () => void pending.splice(0),
  };
}

const isAt = (pattern: string, place: string) =>
  pattern.endsWith('*') ? place.startsWith(pattern.slice(0, -1)) : pattern === place;
