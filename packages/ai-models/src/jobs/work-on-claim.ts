import type { AiModelsContext } from '../context.ts';
import { workOnGeneration } from './generation/work-on-generation.ts';
import { requireSystem } from './require-system.ts';
import { workOnTraining } from './training/work-on-training.ts';

/** A piece of work as `private.claim_work` gives it out: whoever holds the fence may move it. */
export interface ClaimedWork {
  readonly kind: 'training' | 'generation';
  readonly workId: string;
  readonly fence: number;
}

/** For engines: takes claimed work as far as it goes now, and gives it back with the time of the next look. */
export async function workOnClaim(
  context: AiModelsContext,
  { kind, workId, fence }: ClaimedWork,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<{ nextLook: Date | null }> {
  requireSystem(context);
  const options = { lease: { workId, fence }, ...(signal && { signal }) };
  const work = kind === 'training' ? workOnTraining : workOnGeneration;
  return (await work(context, workId, options)) ?? { nextLook: null };
}
