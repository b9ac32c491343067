import { type AttemptRow, listAttempts } from '../../database/attempts.ts';
import { findJob } from '../../database/queries.ts';
import { type JobChanges, type JobRow, moveJob } from '../../database/training-jobs.ts';
import type { ProviderError } from '../../errors/index.ts';
import type { RunHandle } from '../../providers/run.ts';
import type { TrainingProvider } from '../../providers/training-provider.ts';
import { toModelType } from '../../training/model-type.ts';
import { readTriggerWord } from '../../training/trigger-word.ts';
import { timeAfter, trainingDeadlineMs } from '../deadlines.ts';
import { findRun } from '../runs/find-run.ts';
import { lookAgain, searchRun } from '../runs/search-run.ts';
import { atOnce, later, type Step } from '../step.ts';
import { askProvider } from './ask-provider.ts';
import { chooseTriggerWord } from './choose-trigger-word.ts';
import { configOf } from './job-facts.ts';
import { sendAttempt } from './send-attempt.ts';
import type { TrainingWork } from './training-work.ts';

/** The first step: what the person left to us is decided. */
export async function beginJob({ context, lease, job }: TrainingWork): Promise<Step> {
  const provider = providerOf(context, job);
  const { config } = configOf(job, provider.id);
  const hasWord = readTriggerWord(job.trigger_word) !== null;
  await moveJob(context, lease, ['pending', 'uploading'], {
    stage: 'collecting pictures',
    provider: provider.id,
    deadline_at: timeAfter(context.now(), trainingDeadlineMs('uploading', config)),
    ...(!hasWord && { trigger_word: await chooseTriggerWord(context) }),
  });
  return atOnce;
}

/** Work that began with a provider stays with it. */
export const providerOf = ({ providers }: TrainingWork['context'], job: JobRow): TrainingProvider =>
  job.provider === null
    ? providers.trainingFor(toModelType(job.model_type))
    : providers.training(job.provider);

/**
 * Sends the one paid request, unless one was sent before: then it is found out what became of it.
 */
export async function submitJob(work: TrainingWork): Promise<Step> {
  const { context, job } = work;
  const provider = providerOf(context, job);
  const attempts = await listAttempts(context, { job_id: job.id });
  const last = attempts.at(-1);
  if (last && last.outcome !== 'refused') return settleAttempt(work, provider, last);
  const inherited = last ? null : await findInheritance(work, provider);
  if (inherited) {
    await followRun(work, inherited, {});
    return atOnce;
  }
  const { attempt, result } = await sendAttempt(work, provider, (last?.attempt ?? 0) + 1);
  if (result.outcome === 'accepted') {
    const { handle, trainerVersion } = result;
    await followRun(work, handle, trainerVersion === undefined ? {} : { trainer_version: trainerVersion });
    return later(context.now, context.pollIntervalMs);
  }
  if (result.outcome === 'unknown') return settleAttempt(work, provider, attempt);
  throw result.error satisfies ProviderError;
}

/** An attempt of which we know that it was accepted, or do not know that it was not. */
async function settleAttempt(
  work: TrainingWork,
  provider: TrainingProvider,
  attempt: AttemptRow,
): Promise<Step> {
  if (attempt.outcome === 'accepted' && attempt.provider_job_id !== null) {
    await followRun(work, { providerJobId: attempt.provider_job_id }, {});
    return atOnce;
  }
  const found = await searchRun(work, provider, attempt);
  if (!found) return lookAgain(work);
  await followRun(work, found, {});
  return later(work.context.now, work.context.pollIntervalMs);
}

/** From here on the provider is asked how it goes. */
async function followRun(
  { context, lease, job }: TrainingWork,
  handle: RunHandle,
  changes: JobChanges,
): Promise<void> {
  const { config } = configOf(job, providerOf(context, job).id);
  await moveJob(context, lease, ['uploading', 'queued'], {
    stage: 'waiting for a machine',
    provider_job_id: handle.providerJobId,
    deadline_at: timeAfter(context.now(), trainingDeadlineMs('queued', config)),
    ...changes,
  });
  const { brandId, emit, now } = context;
  emit({
    type: 'training.submitted',
    brandId,
    jobId: job.id,
    at: now(),
    provider: providerOf(context, job).id,
  });
}

/** A second try of a training whose weights the provider still has: they are paid for, so they are only saved. */
async function findInheritance(work: TrainingWork, provider: TrainingProvider): Promise<RunHandle | null> {
  const { context, job } = work;
  if (job.retry_of === null) return null;
  const original = await findJob(context, job.retry_of);
  if (!original || original.provider !== provider.id || !isSameTraining(original, job)) return null;
  // What was wrong with the weights is wrong with them still.
  if (['weights_invalid', 'weights_mismatch'].includes(original.error_code ?? '')) return null;
  const run = await findRun(work, provider, original);
  if (run === null) return null;
  const status = await askProvider(
    { ...work, job: { ...original, provider_job_id: run.providerJobId } },
    provider,
  );
  return status.state === 'succeeded' ? run : null;
}

const isSameTraining = (one: JobRow, other: JobRow): boolean =>
  one.model_type === other.model_type &&
  one.trigger_word === other.trigger_word &&
  JSON.stringify(one.training_config) === JSON.stringify(other.training_config) &&
  [...one.training_asset_ids].sort().join() === [...other.training_asset_ids].sort().join();
