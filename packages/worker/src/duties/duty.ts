import type { WorkerWorld } from '../world/worker-world.ts';

/**
 * One kind of work that waits in the database for whoever comes. The database is the truth: a ticket in the queue of the
 * same name only wakes a worker, which looks what is there.
 */
export interface Duty {
  readonly name: DutyName;
  /** How many pieces at once in one process. */
  readonly slots: number;
  /** Looked at this often without being woken, for work of which nobody tells. */
  readonly everySeconds: number;
  /**
   * Takes one piece and does it. False where there was none. What it throws is logged, and the piece is tried again.
   * Says `taken` as soon as it has the piece, so that another free slot looks for the next; where it never does, the next
   * slot looks when this one is done.
   */
  doNext(world: WorkerWorld, signal: AbortSignal, report?: PieceReport): Promise<boolean>;
}

/** What a duty may say of the piece in hand. */
export interface PieceReport {
  taken(): void;
  /** The piece came to nothing, and what is to become of it is settled: it is counted, and the slot goes on. */
  failed(error: unknown): void;
}

export const dutyNames = [
  'inspect',
  'submit',
  'reconcile',
  'save',
  'generate',
  'caption',
  'retrain',
  'share',
  'cleanup',
  'notices',
] as const;
export type DutyName = (typeof dutyNames)[number];
