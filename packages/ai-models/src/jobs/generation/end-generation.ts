import type { AiModelsContext } from '../../context.ts';
import { listAttempts } from '../../database/attempts.ts';
import { hasEnded } from '../../database/ended-statuses.ts';
import {
  type GenerationChanges,
  type GenerationRow,
  listImages,
  moveGeneration,
} from '../../database/generations.ts';
import { withdrawDoorbells } from '../../database/webhook-capabilities.ts';
import { AiModelsError, ProviderError } from '../../errors/index.ts';
import { removeObjects } from '../../storage/object-files.ts';
import { isPast } from '../deadlines.ts';
import { closeDelivery, picturesPlace } from '../runs/delivery.ts';
import { generationRunKey } from '../runs/run-keys.ts';
import { later, type Step, whenItRings } from '../step.ts';
import { toErrorColumns } from '../training/end-job.ts';
import type { GenerationWork } from './generation-work.ts';
import { imageKeys } from './image-keys.ts';

export async function failGeneration(work: GenerationWork, error: AiModelsError): Promise<Step> {
  const { context, lease, generation } = work;
  const columns = toErrorColumns(error);
  await withdrawDoorbells(context, { generation_id: generation.id });
  await moveGeneration(context, lease, [generation.status, 'failed'], columns);
  context.logger.warn('generation failed', { generationId: generation.id, ...columns, cause: error });
  await clearUpGeneration(context, generation);
  return whenItRings;
}

export async function endCancelledGeneration(work: GenerationWork): Promise<Step> {
  const { context, lease, generation } = work;
  await withdrawDoorbells(context, { generation_id: generation.id });
  await moveGeneration(context, lease, [generation.status, 'cancelled'], {
    error_message: 'It was cancelled.',
  });
  await clearUpGeneration(context, generation);
  return whenItRings;
}

export async function completeGeneration(work: GenerationWork, changes: GenerationChanges): Promise<Step> {
  const { context, lease, generation } = work;
  await withdrawDoorbells(context, { generation_id: generation.id });
  await moveGeneration(context, lease, ['saving', 'completed'], changes);
  await clearUpGeneration(context, generation);
  return whenItRings;
}

/** What an error means: wait and try again, or the end. */
export async function settleGenerationError(work: GenerationWork, error: unknown): Promise<Step> {
  const { context, generation, signal } = work;
  if (signal.aborted) throw signal.reason;
  if (AiModelsError.isInstance(error, 'lease_lost')) throw error;
  if (hasEnded(generation.status)) return whenItRings;
  if (AiModelsError.isInstance(error) && !error.retryable) return failGeneration(work, error);
  if (isPast(generation.deadline_at, context.now())) {
    context.logger.error('a generation was given up', { generationId: generation.id, cause: error });
    return failGeneration(
      work,
      new AiModelsError({
        code: 'deadline_passed',
        message: 'The pictures could not be made in time.',
        hint: 'Ask again.',
      }),
    );
  }
  context.logger.warn('a generation has to wait', { generationId: generation.id, cause: error });
  const asked = ProviderError.isInstance(error) ? (error.retryAfterMs ?? 0) : 0;
  return later(context.now, Math.max(asked, 2_000 * (1 + context.random())));
}

/** Files without a row, deliveries that were taken over, addresses that nobody needs. */
async function clearUpGeneration(context: AiModelsContext, generation: GenerationRow): Promise<void> {
  try {
    const images = await listImages(context, [generation.id]);
    const kept = new Set(images.flatMap(({ path, thumbnail_path }) => [path, thumbnail_path]));
    const strays = (await imageKeys(generation)).filter(({ path }) => !kept.has(path));
    await removeObjects(
      context,
      'generated-content',
      strays.map(({ object }) => object.key),
    );
    for (const { attempt, provider } of await listAttempts(context, { generation_id: generation.id })) {
      if (context.providers.images(provider).delivers !== 'to storage') continue;
      const runKey = generationRunKey(generation.id, attempt);
      await closeDelivery(context, picturesPlace(generation.brand_id, runKey, generation.image_count));
    }
  } catch (error) {
    context.logger.warn('could not clear up after a generation', {
      generationId: generation.id,
      cause: error,
    });
  }
}
