import { setTimeout as pause } from 'node:timers/promises';
import type { Duty } from '../duties/duty.ts';
import type { WorkerWorld } from '../world/worker-world.ts';

/** What slots share with the rest of the process. */
export interface SlotParts {
  readonly world: WorkerWorld;
  /** Has another free slot look, here or elsewhere. */
  readonly handOn: (duty: Duty) => void;
  /** Aborted when nothing new is to be taken. */
  readonly stopping: AbortSignal;
  /** Aborted when what is in hand is to be given back. */
  readonly abandoning: AbortSignal;
  readonly meter: SlotMeter;
}

/** Told what becomes of pieces. */
export interface SlotMeter {
  began(duty: Duty): void;
  ended(duty: Duty, outcome: 'done' | 'failed' | 'given back', seconds: number): void;
  /** The duty could not even look for a piece, or threw. */
  stumbled(duty: Duty, error: unknown): void;
}

/** A ticket is held no longer than a few pieces take: one that is held for ever would look like a process that hangs. */
const longestMs = 5 * 60_000;
const stumbleMs = { first: 250, most: 5_000 };

/** What a ticket makes a slot do: look, do what is there, and look again until there is nothing. */
export async function drain(duty: Duty, parts: SlotParts): Promise<void> {
  const { world, handOn, stopping, meter } = parts;
  const startedAt = performance.now();
  let stumbles = 0;
  while (!stopping.aborted) {
    try {
      if (!(await doOne(duty, parts))) return;
      stumbles = 0;
      if (performance.now() - startedAt > longestMs) return handOn(duty);
    } catch (error) {
      if (stopping.aborted) break;
      meter.stumbled(duty, error);
      stumbles += 1;
      const backoffMs = Math.min(stumbleMs.most, stumbleMs.first * 2 ** stumbles);
      await pause(backoffMs * (0.5 + world.random()), undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  // What is left is for others.
  handOn(duty);
}

async function doOne(duty: Duty, { world, handOn, abandoning, meter }: SlotParts): Promise<boolean> {
  const startedAt = performance.now();
  const piece = { isTaken: false, hasFailed: false };
  const take = () => {
    if (piece.isTaken) return;
    piece.isTaken = true;
    meter.began(duty);
    handOn(duty);
  };
  const end = (outcome: 'done' | 'failed' | 'given back') =>
    meter.ended(duty, outcome, (performance.now() - startedAt) / 1_000);
  try {
    const wasThere = await duty.doNext(world, abandoning, {
      taken: take,
      failed: (error) => {
        piece.hasFailed = true;
        meter.stumbled(duty, error);
      },
    });
    if (!wasThere) return false;
    take();
    end(abandoning.aborted ? 'given back' : piece.hasFailed ? 'failed' : 'done');
    return true;
  } catch (error) {
    if (piece.isTaken) end(abandoning.aborted ? 'given back' : 'failed');
    throw error;
  }
}
