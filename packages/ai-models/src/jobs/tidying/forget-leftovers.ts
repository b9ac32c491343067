import type { AiModelsContext } from '../../context.ts';
import {
  type LeftoverRow,
  listDueLeftovers,
  noteLeftover,
  removeLeftover,
} from '../../database/provider-leftovers.ts';
import { AiModelsError, ProviderError } from '../../errors/index.ts';
import type { Forgetting } from '../../providers/training-provider.ts';
import type { Stoppable } from '../../shared/stoppable.ts';

/** What became of things that providers were to forget. */
export interface ForgettingReport {
  /** They have nothing of it any more. */
  readonly forgotten: number;
  /** Tried again later. */
  readonly waiting: number;
  /** Refused for good: what they say is noted in `provider_leftovers`. */
  readonly refused: number;
}

const atOnce = 100;
/** About a month, once the wait has grown to a day. */
const mostAttempts = 40;
const waitMs = { least: 60_000, most: 86_400_000 };

/** Has providers remove what they keep of deleted models, trainings and brands. */
export async function forgetLeftovers(
  context: AiModelsContext,
  { signal }: Stoppable = {},
): Promise<ForgettingReport> {
  const report = { forgotten: 0, waiting: 0, refused: 0 };
  for (const leftover of await listDueLeftovers(context, { now: context.now(), limit: atOnce })) {
    signal?.throwIfAborted();
    report[await settle(context, leftover, { signal })] += 1;
  }
  return report;
}

async function settle(
  context: AiModelsContext,
  leftover: LeftoverRow,
  { signal }: Stoppable,
): Promise<keyof ForgettingReport> {
  const attempts = leftover.attempts + 1;
  try {
    if ((await forget(context, leftover, { signal })) === 'forgotten') {
      await removeLeftover(context, leftover.id);
      return 'forgotten';
    }
    const error = { error_code: 'not_yet', error_message: 'The provider is still at it.' };
    return await putOff(context, leftover, { attempts, isFinal: false, ...error });
  } catch (error) {
    if (!AiModelsError.isInstance(error) || error.code === 'aborted' || error.code === 'database_failed')
      throw error;
    const failure = ProviderError.isInstance(error) ? error.failure : error.code;
    context.logger.warn('a provider did not forget', { leftoverId: leftover.id, failure, cause: error });
    return putOff(context, leftover, {
      attempts,
      isFinal: failure === 'still_used',
      error_code: failure,
      error_message: [error.message, error.hint].filter(Boolean).join(' '),
    });
  }
}

/** A provider that keeps nothing has forgotten it already. */
async function forget(
  { providers, brandId }: AiModelsContext,
  { provider, provider_job_id, provider_model, provider_version }: LeftoverRow,
  options: Stoppable,
): Promise<Forgetting> {
  const trainer = providers.training(provider);
  if (provider_job_id === null && provider_version === null) {
    return (await trainer.forgetBrand?.(brandId, options)) ?? 'forgotten';
  }
  const kept = { brandId, providerJobId: provider_job_id, model: provider_model, version: provider_version };
  return (await trainer.forgetTraining?.(kept, options)) ?? 'forgotten';
}

interface Refusal {
  readonly attempts: number;
  readonly isFinal: boolean;
  readonly error_code: string;
  readonly error_message: string;
}

async function putOff(
  context: AiModelsContext,
  { id }: LeftoverRow,
  { attempts, isFinal, ...error }: Refusal,
): Promise<'waiting' | 'refused'> {
  const isOver = isFinal || attempts >= mostAttempts;
  const delayMs = Math.min(waitMs.most, waitMs.least * 2 ** (attempts - 1)) * (1 + context.random() / 2);
  const dueAt = isOver ? null : new Date(context.now().getTime() + delayMs).toISOString();
  await noteLeftover(context, id, { attempts, due_at: dueAt, ...error });
  return isOver ? 'refused' : 'waiting';
}
