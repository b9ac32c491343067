import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { workOnGeneration } from './generation/work-on-generation.ts';
import type { Reach } from './lanes.ts';
import { requireSystem } from './require-system.ts';
import { workOnTraining } from './training/work-on-training.ts';

/** A piece of work as `private.claim_work` gives it out: whoever holds the fence may move it. */
export interface ClaimedWork {
  /** What is to be done. */
  readonly kind: 'training' | 'generation';
  /** The training or the generation. */
  readonly workId: string;
  /** The number of the lease under which it was claimed. */
  readonly fence: number;
}

const claimSchema = z.object({
  kind: z.enum(['training', 'generation']),
  workId: z.guid(),
  fence: z.int().min(0),
});

/** For engines: takes claimed work as far as it goes now, and gives it back with the time of the next look. */
export async function workOnClaim(
  context: AiModelsContext,
  claim: ClaimedWork,
  options?: (Stoppable & Reach) | null,
): Promise<{ nextLook: Date | null }> {
  const { kind, workId, fence } = parseInput(claimSchema, claim, { subject: 'The claim' });
  requireSystem(context);
  const work = kind === 'training' ? workOnTraining : workOnGeneration;
  const held = await work(context, workId, {
    lease: { workId, fence },
    signal: options?.signal,
    until: options?.until,
  });
  return held ?? { nextLook: null };
}
