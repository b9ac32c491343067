import type { ImageProvider } from '../../providers/image-provider.ts';
import { cancelPatienceMs } from '../deadlines.ts';
import { closeLock, picturesPlace } from '../runs/delivery.ts';
import { generationRunKey } from '../runs/run-keys.ts';
import { later, type Step } from '../step.ts';
import { endCancelledGeneration } from './end-generation.ts';
import type { Part } from './generation-parts.ts';
import type { GenerationWork } from './generation-work.ts';
import { partsOf, searchPart } from './run-generation.ts';

/** Ends a generation at its provider first, for what runs there costs. */
export async function cancelGeneration(work: GenerationWork): Promise<Step> {
  const { context, generation } = work;
  if (generation.status === 'pending') return endCancelledGeneration(work);
  const { provider, parts } = await partsOf(work);
  let isRunning = false;
  for (const part of parts) isRunning = (await cancelPart(work, provider, part)) || isRunning;
  const waitedMs = context.now().getTime() - Date.parse(generation.cancel_requested_at ?? '');
  if (isRunning && waitedMs < cancelPatienceMs) return later(context.now, context.pollIntervalMs);
  return endCancelledGeneration(work);
}

/** True while it may still run. */
async function cancelPart(work: GenerationWork, provider: ImageProvider, part: Part): Promise<boolean> {
  const { context, generation, signal } = work;
  const { last } = part;
  if (last === null || last.outcome === 'refused') return false;
  if (last.provider_job_id === null && provider.afterUnknown === 'sendAgain') {
    const runKey = generationRunKey(generation.id, last.attempt);
    const begun = await closeLock(context, picturesPlace(generation.brand_id, runKey, part.imageCount));
    if (begun) await provider.cancelGeneration(begun, { signal });
    return false;
  }
  const handle =
    last.provider_job_id === null
      ? await searchPart(work, provider, part)
      : { providerJobId: last.provider_job_id };
  if (handle === 'never found') return false;
  if (handle === null) return true;
  await provider.cancelGeneration(handle, { signal });
  const { state } = await provider.getGenerationStatus(handle, { signal });
  return state === 'queued' || state === 'running';
}
