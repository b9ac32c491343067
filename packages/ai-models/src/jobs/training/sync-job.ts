import { type JobChanges, moveJob } from '../../database/training-jobs.ts';
import { AiModelsError } from '../../errors/index.ts';
import type { RunHandle } from '../../providers/run.ts';
import type { TrainingProvider, TrainingReport, TrainingStatus } from '../../providers/training-provider.ts';
import { costOf } from '../cost.ts';
import { cancelPatienceMs, isPast, timeAfter, trainingDeadlineMs } from '../deadlines.ts';
import { believableSeconds, believableStage } from '../runs/believable.ts';
import { readLock, trainingPlace } from '../runs/delivery.ts';
import { runKeyOf } from '../runs/run-key-of.ts';
import { atOnce, later, type Step } from '../step.ts';
import { askProvider, handleOf } from './ask-provider.ts';
import { endCancelled, failJob } from './end-job.ts';
import { configOf } from './job-facts.ts';
import { keepSamples } from './keep-samples.ts';
import { noteReport, toProgress } from './note-report.ts';
import { providerOf } from './submit-job.ts';
import type { TrainingWork } from './training-work.ts';

/** One look at the provider, and what follows from it. */
export async function syncJob(work: TrainingWork): Promise<Step> {
  const { context, job } = work;
  const provider = providerOf(context, job);
  const status = await askProvider(work, provider);
  if (isPast(job.deadline_at, context.now()) && (status.state === 'queued' || status.state === 'running')) {
    return endOverdue(work, provider);
  }
  return follow(work, provider, status);
}

async function follow(work: TrainingWork, provider: TrainingProvider, status: TrainingStatus): Promise<Step> {
  const { context, lease, job } = work;
  const wait = later(context.now, context.pollIntervalMs);
  const { steps } = configOf(job, provider.id).config;
  switch (status.state) {
    case 'queued':
      await moveJob(context, lease, [job.status, 'queued'], stageOf(status.report));
      return wait;
    case 'running':
      await moveJob(context, lease, [job.status, 'training'], {
        ...runningChanges(work, provider, status.report),
        ...(await keepSamples(work, provider, status.report)),
      });
      await noteReport(work, status.report, steps);
      tellProgress(work, status.report);
      return wait;
    case 'succeeded':
      if (status.report) await noteReport(work, status.report, steps);
      await moveJob(context, lease, [job.status, 'saving'], await paidChanges(work, provider, status));
      context.emit({ type: 'training.saving', brandId: job.brand_id, jobId: job.id, at: context.now() });
      return atOnce;
    case 'failed':
      if (status.report) await noteReport(work, status.report, steps);
      return failJob(work, status.error, await costChanges(work, provider, status.gpuSeconds));
    case 'cancelled':
      return endCancelled(work, await costChanges(work, provider, status.gpuSeconds));
    case 'superseded':
      await moveJob(context, lease, [job.status, 'queued'], await successor(work, status.by));
      return wait;
  }
}

/** Whoever listens hears that it has begun, and each time that it got on. */
function tellProgress({ context, job }: TrainingWork, report: TrainingReport): void {
  const { emit, now } = context;
  const about = { brandId: job.brand_id, jobId: job.id, at: now() };
  if (job.status !== 'training') emit({ type: 'training.started', ...about });
  const progress = toProgress(report);
  if (progress > job.progress) {
    emit({ type: 'training.progressed', ...about, progress, stage: believableStage(report.stage) ?? null });
  }
}

function runningChanges(
  { context, job }: TrainingWork,
  provider: TrainingProvider,
  report: TrainingReport,
): JobChanges {
  const { config } = configOf(job, provider.id);
  const isNew = job.status !== 'training';
  const secondsLeft = believableSeconds(report.secondsLeft);
  return {
    ...stageOf(report),
    progress: toProgress(report),
    ...(isNew && { deadline_at: timeAfter(context.now(), trainingDeadlineMs('training', config)) }),
    ...(secondsLeft !== undefined && { estimated_completion: timeAfter(context.now(), secondsLeft * 1_000) }),
  };
}

function stageOf(report: TrainingReport | undefined): JobChanges {
  const stage = believableStage(report?.stage);
  return stage === undefined ? {} : { stage };
}

async function paidChanges(
  work: TrainingWork,
  provider: TrainingProvider,
  status: Extract<TrainingStatus, { state: 'succeeded' }>,
): Promise<JobChanges> {
  const { context, job } = work;
  const { config } = configOf(job, provider.id);
  return {
    stage: 'saving the weights',
    deadline_at: timeAfter(context.now(), trainingDeadlineMs('saving', config)),
    ...(status.report && (await keepSamples(work, provider, status.report))),
    ...(await costChanges(work, provider, status.gpuSeconds)),
  };
}

/** What a run has cost, as far as the provider says. */
export async function costChanges(
  { context, job }: TrainingWork,
  provider: TrainingProvider,
  gpuSeconds: number | undefined,
): Promise<JobChanges> {
  const seconds = believableSeconds(gpuSeconds);
  if (seconds === undefined) return {};
  const { modelType } = configOf(job, provider.id);
  const cost = await costOf(context, {
    kind: 'training',
    modelType,
    provider: provider.id,
    gpuSeconds: seconds,
  });
  return { gpu_seconds: seconds, ...(cost !== null && { cost_usd: cost }) };
}

/** The run that holds this job's lock. */
async function successor({ context, job }: TrainingWork, by: RunHandle | null): Promise<JobChanges> {
  const holder = by ?? (await readLock(context, trainingPlace(job.brand_id, await runKeyOf(context, job))));
  if (holder && holder.providerJobId !== job.provider_job_id)
    return { provider_job_id: holder.providerJobId };
  throw new AiModelsError({
    code: 'conflict',
    message: `The run of training ${job.id} ended because another one holds its lock, which names none.`,
    hint: 'Try again.',
  });
}

/** Past its deadline: ended at the provider first, whose answer decides, and then by name. */
async function endOverdue(work: TrainingWork, provider: TrainingProvider): Promise<Step> {
  const { context, job, signal } = work;
  await provider.cancelTraining(handleOf(work), { signal });
  const after = await askProvider(work, provider);
  const isRunning = after.state === 'queued' || after.state === 'running';
  const overdueMs = context.now().getTime() - Date.parse(job.deadline_at ?? '');
  if (isRunning && overdueMs < cancelPatienceMs) return later(context.now, context.pollIntervalMs);
  if (after.state === 'succeeded') return follow(work, provider, after);
  const gpuSeconds = after.state === 'failed' || after.state === 'cancelled' ? after.gpuSeconds : undefined;
  return failJob(work, deadlinePassed(job.status), await costChanges(work, provider, gpuSeconds));
}

export const deadlinePassed = (status: string): AiModelsError =>
  new AiModelsError({
    code: 'deadline_passed',
    message: `It stayed in "${status}" longer than it may, and was stopped.`,
    hint: 'Try again; if it happens twice, choose fewer steps.',
  });
