import type { ProviderError } from '../errors/index.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import type { ModelType } from '../training/model-type.ts';
import type { Delivery, OutputProvider, OutputSource, RunHandle, StartOutcome } from './run.ts';

export const aspectRatios = [
  '1:1',
  '16:9',
  '21:9',
  '3:2',
  '2:3',
  '4:5',
  '5:4',
  '3:4',
  '4:3',
  '9:16',
  '9:21',
] as const;
/** Width to height, such as `16:9`. */
export type AspectRatio = (typeof aspectRatios)[number];

/** A LoRA as the provider fetches it. */
export interface LoraReference {
  /** Signed, and the same for as long as it holds: providers cache by address. */
  readonly url: string;
  /** Its strength, −1 to 3. */
  readonly scale: number;
  /** What the provider that trained it calls it: for one that cannot reach the address. */
  readonly providerVersion?: string | null;
}

/** How pictures are made, complete and within bounds. */
export interface ImageSettings {
  /** Width to height. */
  readonly aspectRatio: AspectRatio;
  /** The type of the files. */
  readonly outputFormat: 'png' | 'jpg' | 'webp';
  /** 0 to 100; png has none. */
  readonly outputQuality: number;
  /** How closely to follow the prompt. */
  readonly guidance: number;
  /** More take longer. */
  readonly inferenceSteps: number;
  /** The same seed, settings and number give the same pictures. */
  readonly seed: number;
  /** The size of each picture. */
  readonly megapixels: '1' | '0.25';
  /** A faster, less exact way, where the provider has one. */
  readonly fast: boolean;
  /** Only where the base model knows it. */
  readonly negativePrompt?: string;
}

/** One request for pictures, complete. */
export interface StartGenerationCall extends Stoppable {
  /** Names our generation and part, such as `generation-<uuid>-1`. */
  readonly runKey: string;
  /** Whose pictures they are. */
  readonly brandId: string;
  /** The base model. */
  readonly modelType: ModelType;
  /** As it is to be sent: trigger words are in it. */
  readonly prompt: string;
  /** The main one first, at most two. */
  readonly loras: readonly LoraReference[];
  /** At most `maximumImages`. */
  readonly imageCount: number;
  /** How they are made. */
  readonly settings: ImageSettings;
  /** Where to ring when something changes. */
  readonly webhookUrl?: string;
  /** After this the provider is to end the run by itself, where it can. */
  readonly deadlineMs: number;
  /** Where `delivers` is `to storage`: one address for each picture, in order. */
  readonly delivery?: Delivery;
}

/** How a run is, at one look. */
export type GenerationStatus =
  | {
      /** On its way. */
      readonly state: 'queued' | 'running';
      /** 0 to 1; only where the painter gives it. */
      readonly progress?: number;
    }
  | {
      readonly state: 'succeeded';
      /** May be fewer than were asked for: a safety filter takes pictures out without a word. */
      readonly images: readonly OutputSource[];
      /** How long it ran, where the provider says so; that is what is paid. */
      readonly gpuSeconds?: number;
    }
  /** `aborted_before_start` is also what becomes of a run that somebody cancelled in the queue. */
  | {
      readonly state: 'failed';
      /** Why. */
      readonly error: ProviderError;
      /** As above. */
      readonly gpuSeconds?: number;
    }
  | {
      readonly state: 'cancelled';
      /** As above. */
      readonly gpuSeconds?: number;
    }
  | {
      readonly state: 'superseded';
      /** The run that holds the lock; null where only the lock itself tells which. */
      readonly by: RunHandle | null;
    };

/** Paints with models, for money. */
export interface ImageProvider extends OutputProvider {
  /** The base models that it paints with. */
  readonly modelTypes: readonly ModelType[];
  /** Pictures in one request; more are asked for in several. */
  readonly maximumImages: number;
  /** Sends one billable request, once. What fails, before or after, is an outcome: it throws nothing of the vendor's. */
  startGeneration(call: StartGenerationCall): Promise<StartOutcome>;
  /** The run that was started with this call, if the provider has one that began since and is not among `taken`. */
  findGeneration(
    search: { call: StartGenerationCall; since: Date; taken: readonly string[] } & Stoppable,
  ): Promise<RunHandle | null>;
  /** One look. Waiting, retrying and giving up belong to the caller. */
  getGenerationStatus(handle: RunHandle, options?: Stoppable): Promise<GenerationStatus>;
  /** Asks for an end; a run that has ended already is no error. */
  cancelGeneration(handle: RunHandle, options?: Stoppable): Promise<void>;
}
