import { redactVendorText } from '../../shared/logging/redact-vendor-text.ts';
import { explainFailure } from '../explain-failure.ts';
import type { GenerationStatus } from '../image-provider.ts';
import type { RunHandle } from '../run.ts';
import type { TrainingReport, TrainingStatus } from '../training-provider.ts';
import { toRunError } from './runpod-errors.ts';
import {
  generationOutputSchema,
  progressSchema,
  type RunpodProgress,
  type RunpodRun,
  supersededSchema,
  trainingOutputSchema,
} from './runpod-schemas.ts';

const providerId = 'runpod';

/** Words that RunPod may add later are a run that is still under way: its policy ends it. */
const states: Readonly<
  Record<string, 'queued' | 'running' | 'completed' | 'failed' | 'cancelled' | 'timed out'>
> = {
  IN_QUEUE: 'queued',
  IN_PROGRESS: 'running',
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TIMED_OUT: 'timed out',
};
const toState = ({ status }: RunpodRun) => states[status] ?? 'running';

/** What an answer of RunPod does not say. */
export interface RunContext {
  /** For a run beside this one. */
  toHandle(runId: string): RunHandle;
  /** The lock names this very run. */
  readonly holdsLock: boolean;
}

/** One training as it is now. */
export function toTrainingStatus(run: RunpodRun, context: RunContext): TrainingStatus {
  const state = toState(run);
  if (state === 'queued') return { state };
  if (state === 'running') return { state, report: toReport(readProgress(run)) };
  const ended = toEnded(run, state, context);
  if (ended) return ended;
  const output = trainingOutputSchema.safeParse(run.output);
  if (!output.success) return unusable(run);
  return {
    state: 'succeeded',
    weights: { from: 'delivery', index: 0 },
    report: { losses: [], logTail: '', samples: output.data.samples?.length ?? 0 },
    ...toSpent(run, output.data.gpu_seconds),
  };
}

/** One generation as it is now. */
export function toGenerationStatus(run: RunpodRun, context: RunContext): GenerationStatus {
  const state = toState(run);
  if (state === 'queued') return { state };
  if (state === 'running') return { state, ...toProgress(readProgress(run)) };
  const ended = toEnded(run, state, context);
  if (ended) return ended;
  const output = generationOutputSchema.safeParse(run.output);
  if (!output.success) return unusable(run);
  const spent = toSpent(run, output.data.gpu_seconds);
  const images = output.data.images.map(({ index }) => ({ from: 'delivery', index }) as const);
  if (images.length > 0) return { state: 'succeeded', images, ...spent };
  return { state: 'failed', error: explainFailure('content_refused', { providerId }), ...spent };
}

/** A run that RunPod does not know. Just after it was sent that means nothing yet. */
export function toMissingStatus(sentAt: Date | null, now: Date) {
  const isYoung = sentAt !== null && now.getTime() - sentAt.getTime() < 60_000;
  if (isYoung) return { state: 'queued' } as const;
  return { state: 'failed', error: explainFailure('run_missing', { providerId }) } as const;
}

/** The ends that trainings and generations share; null: there is a result to be read. */
function toEnded(run: RunpodRun, state: ReturnType<typeof toState>, context: RunContext) {
  const spent = toSpent(run);
  if (state === 'cancelled') return { state, ...spent } as const;
  if (state === 'failed') return { state, error: toRunError(run.error), ...spent } as const;
  if (state === 'timed out') {
    return { state: 'failed', error: explainFailure('timed_out', { providerId }), ...spent } as const;
  }
  const superseded = supersededSchema.safeParse(run.output);
  if (!superseded.success) return null;
  const by = superseded.data.superseded_by;
  // RunPod gave the run to a second worker after the first one was lost with the lock.
  if (by === run.id || context.holdsLock) {
    return { state: 'failed', error: explainFailure('run_failed', { providerId }), ...spent } as const;
  }
  return { state: 'superseded', by: by === null ? null : context.toHandle(by) } as const;
}

/** COMPLETED without a result: what a handler does whose error is no text. */
function unusable(run: RunpodRun) {
  const error =
    run.error === undefined ? explainFailure('answer_invalid', { providerId }) : toRunError(run.error);
  return { state: 'failed', error, ...toSpent(run) } as const;
}

function readProgress({ output }: RunpodRun): RunpodProgress | undefined {
  return progressSchema.safeParse(output).data;
}

function toReport(progress: RunpodProgress | undefined): TrainingReport {
  const { loss, step, total_steps, learning_rate, log_tail, seconds_left, samples } = progress ?? {};
  const stage = toStage(progress?.stage);
  const hasLoss = step != null && loss != null;
  return {
    ...(stage && { stage }),
    ...(step != null && { step }),
    ...(total_steps != null && { totalSteps: total_steps }),
    ...toProgress(progress),
    ...(seconds_left != null && { secondsLeft: seconds_left }),
    ...(samples != null && { samples }),
    losses: hasLoss ? [{ step, loss, ...(learning_rate != null && { learningRate: learning_rate }) }] : [],
    logTail: redactVendorText(log_tail ?? '', 4_000),
  };
}

/** One line that members may read: it is the worker's own text, and goes into rows. */
const toStage = (stage: string | null | undefined): string =>
  redactVendorText((stage ?? '').replace(/[\t\n]/g, ' '), 80).trim();

function toProgress(progress: RunpodProgress | undefined): { progress?: number } {
  const { step, total_steps } = progress ?? {};
  if (step == null || total_steps == null || total_steps <= 0) return {};
  return { progress: Math.min(1, Math.max(0, step / total_steps)) };
}

/** Seconds on the GPU. The image counts its own; where it could not, RunPod's time with its loading is taken. */
function toSpent({ executionTime }: RunpodRun, counted?: number | null): { gpuSeconds?: number } {
  const gpuSeconds = counted ?? (executionTime == null ? null : executionTime / 1_000);
  return gpuSeconds === null ? {} : { gpuSeconds };
}
