import type { ProviderError } from '../errors/index.ts';
import type { ModelType } from '../training/training-config.ts';
import type { CallOptions, Delivery, OutputProvider, OutputSource, RunHandle, StartOutcome } from './run.ts';

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
export type AspectRatio = (typeof aspectRatios)[number];

/** A LoRA as the provider fetches it. */
export interface LoraReference {
  /** Signed, and the same for as long as it holds: providers cache by address. */
  readonly url: string;
  readonly scale: number;
  /** What the provider that trained it calls it: for one that cannot reach the address. */
  readonly providerVersion?: string | null;
}

/** How pictures are made, complete and within bounds. */
export interface ImageSettings {
  readonly aspectRatio: AspectRatio;
  readonly outputFormat: 'png' | 'jpg' | 'webp';
  readonly outputQuality: number;
  readonly guidance: number;
  readonly inferenceSteps: number;
  readonly seed: number;
  readonly megapixels: '1' | '0.25';
  /** A faster, less exact way, where the provider has one. */
  readonly fast: boolean;
  /** Only where the base model knows it. */
  readonly negativePrompt?: string;
}

export interface StartGenerationCall extends CallOptions {
  /** Names our generation and part, such as `generation-<uuid>-1`. */
  readonly runKey: string;
  readonly brandId: string;
  readonly modelType: ModelType;
  /** As it is to be sent: trigger words are in it. */
  readonly prompt: string;
  readonly loras: readonly LoraReference[];
  readonly imageCount: number;
  readonly settings: ImageSettings;
  readonly webhookUrl?: string;
  readonly deadlineMs: number;
  readonly delivery?: Delivery;
}

export type GenerationStatus =
  | { readonly state: 'queued' | 'running'; readonly progress?: number }
  /** May be fewer than were asked for: a safety filter takes pictures out without a word. */
  | { readonly state: 'succeeded'; readonly images: readonly OutputSource[]; readonly gpuSeconds?: number }
  /** `aborted_before_start` is also what becomes of a run that somebody cancelled in the queue. */
  | { readonly state: 'failed'; readonly error: ProviderError; readonly gpuSeconds?: number }
  | { readonly state: 'cancelled'; readonly gpuSeconds?: number }
  | { readonly state: 'superseded'; readonly by: RunHandle | null };

export interface ImageProvider extends OutputProvider {
  readonly modelTypes: readonly ModelType[];
  readonly maximumLoras: number;
  /** Pictures in one request; more are asked for in several. */
  readonly maximumImages: number;
  /** Sends one billable request, once. What fails, before or after, is an outcome: it throws nothing of the vendor's. */
  startGeneration(call: StartGenerationCall): Promise<StartOutcome>;
  /** The run that was started with this call, if the provider has one that began since and is not among `taken`. */
  findGeneration(
    search: { call: StartGenerationCall; since: Date; taken: readonly string[] } & CallOptions,
  ): Promise<RunHandle | null>;
  getGenerationStatus(handle: RunHandle, options?: CallOptions): Promise<GenerationStatus>;
  cancelGeneration(handle: RunHandle, options?: CallOptions): Promise<void>;
}
