import type { ProviderError } from '../errors/index.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import type { ModelType } from '../training/model-type.ts';
import type { TrainingConfig } from '../training/training-config.ts';
import type { Delivery, OutputProvider, OutputSource, RunHandle, StartOutcome } from './run.ts';

/** One request for a training, complete. */
export interface StartTrainingCall extends Stoppable {
  /** Names our job and attempt, such as `training-<uuid>-1`; part of the archive's address. */
  readonly runKey: string;
  /** Whose training it is. */
  readonly brandId: string;
  /** The base model. */
  readonly modelType: ModelType;
  /** A zip of pictures and captions; fetched by the trainer, maybe hours later. */
  readonly archiveUrl: string;
  /** The same zip, for a provider that cannot reach its address; may be asked for again. */
  readonly openArchive?: () => Promise<Response>;
  /** What calls the subject in a prompt; it is in the captions. */
  readonly triggerWord: string;
  /** What the training does, within the bounds of this provider. */
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
  /** How often it had learned by then. */
  readonly step: number;
  /** How wrong it was. */
  readonly loss: number;
  /** How much it learned at that step, where the trainer says so. */
  readonly learningRate?: number;
}

/** What a trainer says while it runs. */
export interface TrainingReport {
  /** A word for people, such as `provisioning`, `captioning`, `training`. */
  readonly stage?: string;
  /** How often it has learned. */
  readonly step?: number;
  /** How often it is going to. */
  readonly totalSteps?: number;
  /** Of the training itself, 0 to 1; only where the trainer gives it. */
  readonly progress?: number;
  /** Until its end, as the trainer guesses. */
  readonly secondsLeft?: number;
  /** Points of the loss curve, in order; those that were told before may be among them. */
  readonly losses: readonly LossPoint[];
  /** How many samples have been delivered. */
  readonly samples?: number;
  /** The last lines of the log, cleaned of secrets and addresses. */
  readonly logTail: string;
}

/** How a run is, at one look. */
export type TrainingStatus =
  | {
      readonly state: 'queued';
      /** What the trainer says. */
      readonly report?: TrainingReport;
    }
  | {
      readonly state: 'running';
      /** What the trainer says. */
      readonly report: TrainingReport;
    }
  | {
      readonly state: 'succeeded';
      /** Where the weights are to be had. */
      readonly weights: OutputSource;
      /** How long it ran, where the provider says so; that is what is paid. */
      readonly gpuSeconds?: number;
      /** What the provider calls the trained model, where it keeps one. */
      readonly providerModel?: string;
      /** What it calls the version. */
      readonly providerVersion?: string;
      /** What the trainer said last. */
      readonly report?: TrainingReport;
    }
  /** `aborted_before_start` is also what becomes of a run that somebody cancelled in the queue. */
  | {
      readonly state: 'failed';
      /** Why. */
      readonly error: ProviderError;
      /** As above. */
      readonly gpuSeconds?: number;
      /** What the trainer said last. */
      readonly report?: TrainingReport;
    }
  | {
      readonly state: 'cancelled';
      /** As above. */
      readonly gpuSeconds?: number;
    }
  /** Another run holds the lock of this job: it is the one to follow; null where only the lock itself tells which. */
  | {
      readonly state: 'superseded';
      /** The run that holds the lock. */
      readonly by: RunHandle | null;
    };

/** A line of a provider's list, enough to tell whether a closer look is due. */
export interface TrainingListing {
  /** The run. */
  readonly handle: RunHandle;
  /** How it is, as `getTrainingStatus` would say. */
  readonly state: TrainingStatus['state'];
  /** The `runKey` it was started with; null where the list does not tell: not ours, or one for `findTraining`. */
  readonly runKey: string | null;
  /** When it was asked for. */
  readonly createdAt: Date;
}

/** What a provider keeps of a training that was deleted here. */
export interface KeptTraining {
  /** Whose it was. */
  readonly brandId: string;
  /** The run, where what came of it was never noted. */
  readonly providerJobId: string | null;
  /** What the provider calls the trained model. */
  readonly model: string | null;
  /** And its version. */
  readonly version: string | null;
}

/** `not yet`: ask again later. */
export type Forgetting = 'forgotten' | 'not yet';

/** Trains models, for money. */
export interface TrainingProvider extends OutputProvider {
  /** The base models that it trains. */
  readonly modelTypes: readonly ModelType[];
  /** Whether its trainer describes pictures that come without a caption. */
  readonly writesCaptions: boolean;
  /** Sends one billable request, once. What fails, before or after, is an outcome: it throws nothing of the vendor's. */
  startTraining(call: StartTrainingCall): Promise<StartOutcome>;
  /** The run of this key, if the provider has one that began since. Null where it cannot be asked. */
  findTraining(search: { runKey: string; since: Date } & Stoppable): Promise<RunHandle | null>;
  /** Newest first, a page at a time as it is read. Empty where the provider has no list. */
  listTrainings(options: { since: Date } & Stoppable): AsyncIterable<TrainingListing>;
  /** One look. Waiting, retrying and giving up belong to the caller. */
  getTrainingStatus(handle: RunHandle, call: { config: TrainingConfig } & Stoppable): Promise<TrainingStatus>;
  /** Asks for an end; a run that has ended already is no error. */
  cancelTraining(handle: RunHandle, options?: Stoppable): Promise<void>;
  /** Removes what it keeps of a training; absent where it keeps nothing. Costs nothing; what is gone already is forgotten. */
  forgetTraining?(kept: KeptTraining, options?: Stoppable): Promise<Forgetting>;
  /** Removes everything that it keeps for a brand; absent where it keeps nothing. */
  forgetBrand?(brandId: string, options?: Stoppable): Promise<Forgetting>;
}
