import type { z } from 'zod';

/** What simulators keep beyond their own end. Everything in it is small: what a run has made is described, not stored. */
export interface Memory {
  /** Keeps what something is now, in place of what it was; null where it is gone. */
  keep(kind: string, id: string, value: unknown): void;
  /** What an earlier process kept of a kind, the oldest first. What does not fit any more is passed over. */
  recall<T>(kind: string, schema: z.ZodType<T>): T[];
}

/** For simulators that end with their test. */
export const noMemory: Memory = { keep: () => undefined, recall: () => [] };
