import { noteOutcome } from '../../database/attempts.ts';
import { AiModelsError, ProviderError } from '../../errors/index.ts';
import type { RunHandle } from '../../providers/run.ts';
import { readLock } from '../runs/delivery.ts';
import { findPartRun } from './find-part-run.ts';
import { placeOf } from './generation-facts.ts';
import { hasTriesLeft, type PartState } from './generation-parts.ts';
import type { PartWork } from './generation-work.ts';
import { sendPart } from './send-part.ts';

/** One part of so many, taken as far as it goes now. That one fails is no reason to lose what the others have painted. */
export async function takePart(work: PartWork, parts: number): Promise<PartState> {
  const { last } = work.part;
  if (last === null || last.outcome === 'refused') {
    if (hasTriesLeft(work.part, parts)) return sendPart(work);
    return { state: 'failed', error: tooManyRefusals(last?.error_code ?? null) };
  }
  const handle = await findPartRun(work);
  if (handle === null) return { state: 'waiting' };
  if (handle === 'never found') return { state: 'failed', error: neverFound() };
  return lookAt(work, handle);
}

/** That a provider refuses to be asked says nothing about the run. */
async function lookAt(work: PartWork, handle: RunHandle): Promise<PartState> {
  const { context, generation, provider, signal } = work;
  try {
    const status = await provider.getGenerationStatus(handle, { signal });
    return status.state === 'superseded' ? await follow(work, status.by) : status;
  } catch (error) {
    if (!ProviderError.isInstance(error)) throw error;
    context.logger.warn('a run could not be asked after', { generationId: generation.id, cause: error });
    return { state: 'waiting' };
  }
}

/** Another run holds the lock: it is the one to ask after from now on. */
async function follow(work: PartWork, by: RunHandle | null): Promise<PartState> {
  const { context, part } = work;
  const { last } = part;
  if (last === null) return { state: 'waiting' };
  const holder = by ?? (await readLock(context, placeOf(work, last.attempt)));
  if (!holder || holder.providerJobId === last.provider_job_id)
    return { state: 'failed', error: neverFound() };
  await noteOutcome(context, last, { outcome: 'accepted', handle: holder });
  return { state: 'waiting' };
}

const neverFound = () =>
  new AiModelsError({
    code: 'outcome_unknown',
    message: 'The request for pictures was sent, but whether it arrived was never known.',
    hint: 'Ask again.',
  });

const tooManyRefusals = (code: string | null) =>
  new AiModelsError({
    code: 'refused_repeatedly',
    message: `The provider refused the request several times (${code ?? 'for a reason it did not say'}).`,
    hint: 'Ask again later.',
  });
