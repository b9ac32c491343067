import { cancelPatienceMs } from '../deadlines.ts';
import { closeLock } from '../runs/delivery.ts';
import { later, type Step } from '../step.ts';
import { endCancelledGeneration } from './end-generation.ts';
import { findPartRun } from './find-part-run.ts';
import { partsOf, placeOf } from './generation-facts.ts';
import type { GenerationWork, PartWork } from './generation-work.ts';

/** Ends a generation at its provider first, for what runs there costs. */
export async function cancelGeneration(work: GenerationWork): Promise<Step> {
  const { context, generation } = work;
  if (generation.status === 'pending') return endCancelledGeneration(work);
  const { parts } = await partsOf(work);
  let isRunning = false;
  for (const part of parts) isRunning = (await cancelPart(part)) || isRunning;
  const waitedMs = context.now().getTime() - Date.parse(generation.cancel_requested_at ?? '');
  if (isRunning && waitedMs < cancelPatienceMs) return later(context.now, context.pollIntervalMs);
  return endCancelledGeneration(work);
}

/** True while it may still run. */
async function cancelPart(work: PartWork): Promise<boolean> {
  const { context, provider, part, signal } = work;
  const { last } = part;
  if (last === null || last.outcome === 'refused') return false;
  if (last.provider_job_id === null && provider.afterUnknown === 'sendAgain') {
    const begun = await closeLock(context, placeOf(work, last.attempt));
    if (begun) await provider.cancelGeneration(begun, { signal });
    return false;
  }
  const handle = await findPartRun(work);
  if (handle === 'never found') return false;
  if (handle === null) return true;
  await provider.cancelGeneration(handle, { signal });
  const { state } = await provider.getGenerationStatus(handle, { signal });
  return state === 'queued' || state === 'running';
}
