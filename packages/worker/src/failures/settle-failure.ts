import { AiModelsError } from '@act/ai-models';
import { z } from 'zod';
import { redactMessage } from '../logging/redact-message.ts';
import type { WorkerWorld } from '../world/worker-world.ts';
import { isPassing } from './is-passing.ts';

/** A piece of work as failures know it. */
export interface FailedWork {
  readonly kind: 'training' | 'generation' | 'picture';
  readonly workId: string;
  /** Of what is worked on under a lease. */
  readonly fence?: number;
}

const notedRow = z.object({ failures: z.number(), is_dead: z.boolean(), is_over: z.boolean() });

/**
 * What becomes of a piece that failed for a reason which the library does not know. What passes by itself is put off, and
 * nothing is held against it; the rest is counted, and put off longer each time until nobody tries it any more. True where
 * even its deadline is over.
 */
export async function settleFailure(
  { due, logger }: Pick<WorkerWorld, 'due' | 'logger'>,
  { kind, workId, fence }: FailedWork,
  error: unknown,
): Promise<boolean> {
  const counts = !isPassing(error);
  try {
    const values = [kind, workId, codeOf(error), redactMessage(error), counts];
    const [noted] = await due.call('note_failure', values, notedRow);
    if (noted?.is_dead) {
      logger.error('work is not tried any more until somebody requeues it, or its deadline', {
        kind,
        workId,
      });
    }
    if (noted?.is_over && fence !== undefined) {
      await due.call('give_up', [kind, workId, fence], z.object({ give_up: z.boolean() }));
    }
    return noted?.is_over ?? false;
  } catch (cause) {
    // The database is away, then: its lease runs out, and it is tried again.
    logger.debug('a failure could not be noted', { kind, workId, cause });
    return false;
  }
}

/** Short and stable, for lists. */
function codeOf(error: unknown): string {
  if (AiModelsError.isInstance(error)) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
