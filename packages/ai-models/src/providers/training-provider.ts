import type { ProviderError } from '../errors/index.ts';
import type { ModelType, TrainingConfig } from '../training/training-config.ts';
import type { CallOptions, Delivery, OutputProvider, OutputSource, RunHandle, StartOutcome } from './run.ts';

export interface StartTrainingCall extends CallOptions {
  /** Names our job and attempt, such as `training-<uuid>-1`; part of the archive's address. */
  readonly runKey: string;
  readonly brandId: string;
  readonly modelType: ModelType;
  /** A zip of pictures and captions; fetched by the trainer, maybe hours later. */
  readonly archiveUrl: string;
  /** The same zip, for a provider that cannot reach its address; may be asked for again. */
  readonly openArchive?: () => Promise<Response>;
  readonly triggerWord: string;
  readonly config: TrainingConfig;
  /** Where to ring when something changes. */
  readonly webhookUrl?: string;
  /** After this the provider is to end the run by itself, where it can. */
  readonly deadlineMs: number;
  /** Where `delivers` is `to storage`: the first address takes the weights, each other one a sample. */
  readonly delivery?: Delivery;
  /** What samples on the way are to show, where the trainer paints any. */
  readonly samplePrompts?: readonly string[];
}

/** One point of the loss curve. */
export interface LossPoint {
  readonly step: number;
  readonly loss: number;
  readonly learningRate?: number;
}

/** What a trainer says while it runs. */
export interface TrainingReport {
  /** A word for people, such as `provisioning`, `captioning`, `training`. */
  readonly stage?: string;
  readonly step?: number;
  readonly totalSteps?: number;
  /** Of the training itself, 0 to 1; only where the trainer gives it. */
  readonly progress?: number;
  readonly secondsLeft?: number;
  readonly losses: readonly LossPoint[];
  /** How many samples have been delivered. */
  readonly samples?: number;
  /** The last lines of the log, cleaned of secrets and addresses. */
  readonly logTail: string;
}

export type TrainingStatus =
  | { readonly state: 'queued'; readonly report?: TrainingReport }
  | { readonly state: 'running'; readonly report: TrainingReport }
  | {
      readonly state: 'succeeded';
      readonly weights: OutputSource;
      readonly gpuSeconds?: number;
      /** What the provider calls the trained model and its version, where it keeps one. */
      readonly providerModel?: string;
      readonly providerVersion?: string;
      readonly report?: TrainingReport;
    }
  /** `aborted_before_start` is also what becomes of a run that somebody cancelled in the queue. */
  | {
      readonly state: 'failed';
      readonly error: ProviderError;
      readonly gpuSeconds?: number;
      readonly report?: TrainingReport;
    }
  | { readonly state: 'cancelled'; readonly gpuSeconds?: number }
  /** Another run holds the lock of this job: it is the one to follow; null where only the lock itself tells which. */
  | { readonly state: 'superseded'; readonly by: RunHandle | null };

/** A line of a provider's list, enough to tell whether a closer look is due. */
export interface TrainingListing {
  readonly handle: RunHandle;
  readonly state: TrainingStatus['state'];
  /** The `runKey` it was started with; null where the list does not tell: not ours, or one for `findTraining`. */
  readonly runKey: string | null;
  readonly createdAt: Date;
}

export interface TrainingProvider extends OutputProvider {
  readonly modelTypes: readonly ModelType[];
  /** Whether its trainer describes pictures that come without a caption. */
  readonly writesCaptions: boolean;
  /** Sends one billable request, once. What fails, before or after, is an outcome: it throws nothing of the vendor's. */
  startTraining(call: StartTrainingCall): Promise<StartOutcome>;
  /** The run of this key, if the provider has one that began since. Null where it cannot be asked. */
  findTraining(search: { runKey: string; since: Date } & CallOptions): Promise<RunHandle | null>;
  /** Newest first, a page at a time as it is read. Empty where the provider has no list. */
  listTrainings(options: { since: Date } & CallOptions): AsyncIterable<TrainingListing>;
  /** One look. Waiting, retrying and giving up belong to the caller. */
  getTrainingStatus(
    handle: RunHandle,
    call: { config: TrainingConfig } & CallOptions,
  ): Promise<TrainingStatus>;
  /** Asks for an end; a run that has ended already is no error. */
  cancelTraining(handle: RunHandle, options?: CallOptions): Promise<void>;
}
