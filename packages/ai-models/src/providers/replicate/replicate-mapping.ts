import { explainFailure } from '../explain-failure.ts';
import type { GenerationStatus, StartGenerationCall } from '../image-provider.ts';
import type { TrainingListing, TrainingReport, TrainingStatus } from '../training-provider.ts';
import { toRunError } from './replicate-errors.ts';
import { readRunKey, toGenerationInput } from './replicate-inputs.ts';
import type { ReplicatePrediction, ReplicateTraining } from './replicate-schemas.ts';
import { readTrainingLog } from './training-log.ts';

const providerId = 'replicate';

/** Words that Replicate may add later are a run that is still under way: its deadline ends it. */
const states: Readonly<Record<string, TrainingStatus['state']>> = {
  starting: 'queued',
  processing: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
  // Ended before it began, and not charged: by a cancel, a deadline or Replicate itself.
  aborted: 'failed',
};
const toState = (status: string) => states[status] ?? 'running';

/** One training as it is now. */
export function toTrainingStatus(training: ReplicateTraining, totalSteps: number): TrainingStatus {
  const state = toState(training.status);
  const report = readTrainingLog(training.logs ?? '', totalSteps);
  const spent = toSpent(training);
  if (state === 'queued') return { state, report: { ...report, stage: 'provisioning' } };
  if (state === 'running') return { state, report };
  if (state === 'cancelled') return { state, ...spent };
  if (state === 'succeeded') return toSucceeded(training, { ...spent, report });
  return { state: 'failed', error: toEndError(training), ...spent, report };
}

function toSucceeded(
  { output, data_removed }: ReplicateTraining,
  known: { gpuSeconds?: number; report: TrainingReport },
): TrainingStatus {
  if (!output?.weights) {
    const failure = data_removed ? 'output_expired' : 'answer_invalid';
    return { state: 'failed', error: explainFailure(failure, { providerId }), ...known };
  }
  const [, providerModel, providerVersion] = versionPattern.exec(output.version ?? '') ?? [];
  return {
    state: 'succeeded',
    weights: { from: 'provider', url: output.weights },
    ...known,
    ...(providerModel && providerVersion && { providerModel, providerVersion }),
  };
}

/** `owner/name:version`, as rows keep it and addresses take it. */
const versionPattern = /^([\w.-]{1,100}\/[\w.-]{1,100}):([\w-]{1,100})$/;

/** One line of the list. */
export function toTrainingListing(training: ReplicateTraining): TrainingListing {
  return {
    handle: { providerJobId: training.id },
    state: toState(training.status),
    runKey: readRunKey(training.input?.input_images),
    createdAt: toDate(training.created_at),
  };
}

/** One prediction that paints, as it is now. */
export function toGenerationStatus(prediction: ReplicatePrediction): GenerationStatus {
  const state = toState(prediction.status);
  const spent = toSpent(prediction);
  if (state === 'queued' || state === 'running') return { state };
  if (endedByDeadline(prediction)) {
    return { state: 'failed', error: explainFailure('timed_out', { providerId }), ...spent };
  }
  if (state === 'cancelled') return { state, ...spent };
  if (state !== 'succeeded') return { state: 'failed', error: toEndError(prediction), ...spent };
  if (prediction.output?.length) {
    const images = prediction.output.map((url) => ({ from: 'provider', url }) as const);
    return { state, images, ...spent };
  }
  // Outputs are removed an hour after they were made; before that, none means that none passed the filter.
  const failure = prediction.data_removed ? 'output_expired' : 'content_refused';
  return { state: 'failed', error: explainFailure(failure, { providerId }), ...spent };
}

/** Is this the prediction that was started with that call? It has no name; its input is all there is. */
export function isStartedBy(prediction: ReplicatePrediction, call: StartGenerationCall): boolean {
  const { prompt, seed, extra_lora, num_outputs } = prediction.input ?? {};
  const sent = toGenerationInput(call);
  return (
    prompt === sent.prompt &&
    seed === sent.seed &&
    num_outputs === sent.num_outputs &&
    isMainLora(prediction, call) &&
    isSameFile(extra_lora, sent.extra_lora)
  );
}

/** Fetched by its address, or run as the version that came of its training. */
function isMainLora(
  { input, version }: ReplicatePrediction,
  { loras: [main] }: StartGenerationCall,
): boolean {
  if (isSameFile(input?.lora_weights, main?.url)) return true;
  return !input?.lora_weights && version != null && version === main?.providerVersion;
}

/** Another process has signed another address of the same file. */
function isSameFile(one: string | null | undefined, other: string | undefined): boolean {
  const [address, others] = [one?.split('?')[0], other?.split('?')[0]];
  return address === others;
}

/** A time that is missing or unreadable is taken as now: the run stays among those that are looked at. */
export function toDate(text: string | null | undefined): Date {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
}

/** Replicate says the same of what somebody cancelled and of what took too long. */
function endedByDeadline({ status, deadline, completed_at }: ReplicatePrediction): boolean {
  if (!deadline || !completed_at || (status !== 'canceled' && status !== 'aborted')) return false;
  return Date.parse(completed_at) >= Date.parse(deadline) - 1;
}

function toEndError({ status, error }: ReplicateTraining | ReplicatePrediction) {
  if (status !== 'aborted') return toRunError(error);
  return explainFailure('aborted_before_start', { providerId });
}

/** Seconds on the GPU: what is paid for. Known once the run has ended. */
function toSpent({ metrics }: ReplicateTraining | ReplicatePrediction): { gpuSeconds?: number } {
  const gpuSeconds = metrics?.predict_time;
  return gpuSeconds == null ? {} : { gpuSeconds };
}
