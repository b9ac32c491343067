import type { AiModelsContext } from '../../context.ts';
import { hasEnded } from '../../database/ended-statuses.ts';
import { findGeneration } from '../../database/generations.ts';
import { type HoldOptions, holdLease } from '../hold-lease.ts';
import { limitStep } from '../limit-step.ts';
import { type Step, whenItRings } from '../step.ts';
import { isUnwanted } from '../training/job-facts.ts';
import { cancelGeneration } from './cancel-generation.ts';
import { settleGenerationError } from './end-generation.ts';
import type { GenerationWork } from './generation-work.ts';
import { beginGeneration, runGeneration } from './run-generation.ts';
import { saveGeneration } from './save-generation.ts';

/** Takes a generation as far as it goes now, like `workOnTraining`. */
export const workOnGeneration = (
  context: AiModelsContext,
  generationId: string,
  options: HoldOptions = {},
): Promise<{ nextLook: Date | null } | null> =>
  holdLease(
    context,
    generationId,
    async (lease, signal) => {
      for (;;) {
        signal.throwIfAborted();
        const generation = await findGeneration(context, generationId);
        if (!generation) return null;
        const work: GenerationWork = { context, lease, generation, signal };
        const step = limitStep((signal) => takeStep({ ...work, signal }), { ...options, signal });
        const { next } = await step.catch((error: unknown) => settleGenerationError(work, error));
        if (next !== 'at once') return next;
      }
    },
    options,
  );

function takeStep(work: GenerationWork): Promise<Step> {
  const { status } = work.generation;
  if (isUnwanted(work.generation))
    return hasEnded(status) ? Promise.resolve(whenItRings) : cancelGeneration(work);
  switch (status) {
    case 'pending':
      return beginGeneration(work);
    case 'running':
      return runGeneration(work);
    case 'saving':
      return saveGeneration(work);
    default:
      return Promise.resolve(whenItRings);
  }
}
