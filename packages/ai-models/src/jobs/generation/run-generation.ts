import { listAttempts, listRuns, noteIntent, noteOutcome } from '../../database/attempts.ts';
import { moveGeneration } from '../../database/generations.ts';
import { extendLease } from '../../database/leases.ts';
import { leaseLost } from '../../database/training-jobs.ts';
import { issueDoorbell } from '../../database/webhook-capabilities.ts';
import { AiModelsError, ProviderError } from '../../errors/index.ts';
import type { GenerationStatus, ImageProvider, StartGenerationCall } from '../../providers/image-provider.ts';
import type { RunHandle } from '../../providers/run.ts';
import { addMilliseconds } from '../../shared/add-milliseconds.ts';
import { deliveryMs, generationDeadlineMs, isPast, searchPatienceMs, timeAfter } from '../deadlines.ts';
import { openDelivery, picturesPlace, readLock } from '../runs/delivery.ts';
import { generationRunKey } from '../runs/run-keys.ts';
import { atOnce, later, type Step } from '../step.ts';
import { failGeneration } from './end-generation.ts';
import { describeRun, modelsOf, painterOf } from './generation-facts.ts';
import { hasTriesLeft, type Part, planParts } from './generation-parts.ts';
import type { GenerationWork } from './generation-work.ts';

/** Our clock and the provider's may differ. */
const clockDifferenceMs = 60_000;

export async function beginGeneration(work: GenerationWork): Promise<Step> {
  const { context, lease, generation } = work;
  const begunBy = timeAfter(new Date(generation.created_at), generationDeadlineMs('pending'));
  if (isPast(begunBy, context.now())) return failGeneration(work, neverBegun());
  const [model] = await modelsOf({ context, generation });
  await moveGeneration(context, lease, ['pending', 'running'], {
    provider: painterOf(context, generation, model).id,
    deadline_at: timeAfter(context.now(), generationDeadlineMs('running')),
  });
  return atOnce;
}

/** The provider and the parts of a generation, with what was sent for each. */
export async function partsOf(work: GenerationWork): Promise<{ provider: ImageProvider; parts: Part[] }> {
  const { context, generation } = work;
  const [model] = await modelsOf(work);
  const provider = painterOf(context, generation, model);
  const attempts = await listAttempts(context, { generation_id: generation.id });
  return { provider, parts: planParts(generation.image_count, provider.maximumImages, attempts) };
}

/** What is known of one part now. */
type PartState =
  | { state: 'waiting' }
  | { state: 'failed'; error: AiModelsError }
  | Exclude<GenerationStatus, { state: 'failed' | 'superseded' }>;

/** Sends what was not sent, asks about what runs, and goes on once every part has ended. */
export async function runGeneration(work: GenerationWork): Promise<Step> {
  const { context, lease, generation, signal } = work;
  const { provider, parts } = await partsOf(work);
  const states: PartState[] = [];
  for (const part of parts) {
    signal.throwIfAborted();
    states.push(await takePart(work, provider, parts, part));
  }
  const isOpen = ({ state }: PartState) => ['waiting', 'queued', 'running'].includes(state);
  if (states.some(isOpen)) {
    if (isPast(generation.deadline_at, context.now())) return endOverdue(work, provider);
    const ended = states.filter((state) => !isOpen(state)).length;
    await moveGeneration(context, lease, ['running', 'running'], {
      progress: Math.floor((90 * ended) / parts.length),
    });
    return later(context.now, context.pollIntervalMs);
  }
  if (states.some(({ state }) => state === 'succeeded')) {
    await moveGeneration(context, lease, ['running', 'saving'], {
      progress: 90,
      deadline_at: timeAfter(context.now(), generationDeadlineMs('saving')),
    });
    return atOnce;
  }
  const failed = states.find((one) => one.state === 'failed');
  return failGeneration(work, failed?.state === 'failed' ? failed.error : endedElsewhere());
}

/** One part, taken as far as it goes now. That one fails is no reason to lose what the others have painted. */
async function takePart(
  work: GenerationWork,
  provider: ImageProvider,
  parts: readonly Part[],
  part: Part,
): Promise<PartState> {
  const { last } = part;
  if (last === null || last.outcome === 'refused') {
    if (hasTriesLeft(part, parts.length)) return sendPart(work, provider, part);
    return { state: 'failed', error: tooManyRefusals(last?.error_code ?? null) };
  }
  const handle =
    last.provider_job_id === null
      ? await searchPart(work, provider, part)
      : { providerJobId: last.provider_job_id };
  if (handle === null) return { state: 'waiting' };
  if (handle === 'never found') return { state: 'failed', error: neverFound() };
  return lookAt(work, provider, part, handle);
}

/** That a provider refuses to be asked says nothing about the run. */
async function lookAt(
  work: GenerationWork,
  provider: ImageProvider,
  part: Part,
  handle: RunHandle,
): Promise<PartState> {
  const { context, generation, signal } = work;
  try {
    const status = await provider.getGenerationStatus(handle, { signal });
    return status.state === 'superseded' ? await follow(work, part, status.by) : status;
  } catch (error) {
    if (!ProviderError.isInstance(error)) throw error;
    context.logger.warn('a run could not be asked after', { generationId: generation.id, cause: error });
    return { state: 'waiting' };
  }
}

/** Another run holds the lock: it is the one to ask after from now on. */
async function follow(
  { context, generation }: GenerationWork,
  part: Part,
  by: RunHandle | null,
): Promise<PartState> {
  const { last, imageCount } = part;
  if (last === null) return { state: 'waiting' };
  const runKey = generationRunKey(generation.id, last.attempt);
  const holder = by ?? (await readLock(context, picturesPlace(generation.brand_id, runKey, imageCount)));
  if (!holder || holder.providerJobId === last.provider_job_id)
    return { state: 'failed', error: neverFound() };
  await noteOutcome(context, last, { outcome: 'accepted', handle: holder });
  return { state: 'waiting' };
}

async function sendPart(work: GenerationWork, provider: ImageProvider, part: Part): Promise<PartState> {
  const { context, lease, generation } = work;
  const call = await prepareCall(work, provider, part, part.nextAttempt);
  const attempt = await noteIntent(
    context,
    { generation_id: generation.id },
    { attempt: part.nextAttempt, provider: provider.id },
  );
  if (!(await extendLease(context, lease, 60))) throw leaseLost(lease);
  const result = await provider.startGeneration(call);
  await noteOutcome(context, attempt, result);
  if (result.outcome !== 'refused') return { state: 'waiting' };
  if (result.error.retryable) throw result.error;
  return { state: 'failed', error: result.error };
}

/** What is sent, complete with where to ring and where to deliver. */
async function prepareCall(
  work: GenerationWork,
  provider: ImageProvider,
  part: Part,
  number: number,
): Promise<StartGenerationCall> {
  const { context, generation } = work;
  const run = await describeRun(work, provider, part, number);
  const webhookUrl = await issueDoorbell(
    context,
    { generation_id: generation.id },
    { provider: provider.id, expiresAt: addMilliseconds(context.now(), 2 * deliveryMs) },
  );
  const place = picturesPlace(generation.brand_id, run.runKey, part.imageCount);
  return {
    ...run,
    ...(webhookUrl !== null && { webhookUrl }),
    ...(provider.delivers === 'to storage' && { delivery: await openDelivery(context, place) }),
  };
}

/** What became of a request whose outcome is unknown; null: not known yet. */
export async function searchPart(
  work: GenerationWork,
  provider: ImageProvider,
  part: Part,
): Promise<RunHandle | 'never found' | null> {
  const { context, generation, signal } = work;
  const { last } = part;
  if (last === null) return null;
  const runKey = generationRunKey(generation.id, last.attempt);
  const since = new Date(Date.parse(last.created_at) - clockDifferenceMs);
  const found =
    provider.afterUnknown === 'look'
      ? await provider.findGeneration({
          call: await describeRun(work, provider, part, last.attempt),
          since,
          // Somebody else may have asked for the very same pictures.
          taken: await listRuns(context, provider.id, since),
          signal,
        })
      : await readLock(context, picturesPlace(generation.brand_id, runKey, part.imageCount));
  if (found) {
    await noteOutcome(context, last, { outcome: 'accepted', handle: found });
    return found;
  }
  if (provider.afterUnknown === 'sendAgain') {
    const result = await provider.startGeneration(await prepareCall(work, provider, part, last.attempt));
    await noteOutcome(context, last, result);
    if (result.outcome === 'refused') throw result.error;
    return result.outcome === 'accepted' ? result.handle : null;
  }
  const isEarly = context.now().getTime() - Date.parse(last.created_at) < searchPatienceMs;
  return isEarly ? null : 'never found';
}

async function endOverdue(work: GenerationWork, provider: ImageProvider): Promise<Step> {
  const { parts } = await partsOf(work);
  for (const { last } of parts) {
    if (last?.provider_job_id == null) continue;
    await provider.cancelGeneration({ providerJobId: last.provider_job_id }, { signal: work.signal });
  }
  return failGeneration(
    work,
    new AiModelsError({
      code: 'deadline_passed',
      message: 'The pictures were not done in time, and the request was stopped.',
      hint: 'Ask again.',
    }),
  );
}

const neverBegun = () =>
  new AiModelsError({
    code: 'deadline_passed',
    message: 'Nobody began with the pictures within a day. Nothing was paid for them.',
    hint: 'Ask again.',
  });

const endedElsewhere = () =>
  new AiModelsError({
    code: 'cancelled',
    message: 'The request was ended at the provider.',
    hint: 'Ask again.',
  });

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
