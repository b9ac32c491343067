import type { ModelType, SubjectKind } from '@act/tenant-config';

export type Preset = 'quick' | 'standard' | 'best';

/** What a person may say about how it trains; what is left out is filled in. */
export interface TrainingConfigWish {
  readonly preset?: Preset | undefined;
  readonly steps?: number | undefined;
  readonly loraRank?: number | undefined;
  readonly learningRate?: number | undefined;
  readonly resolution?: string | undefined;
  readonly autocaption?: boolean | undefined;
  readonly batchSize?: number | undefined;
  readonly optimizer?: string | undefined;
  /** The share of pictures that are now and then trained without their caption. */
  readonly captionDropout?: number | undefined;
  readonly numRepeats?: number | undefined;
  /** Null where each training draws its own. */
  readonly seed?: number | null | undefined;
  readonly triggerWord?: string | undefined;
}

/** For which pictures captions are to be written. */
export interface CaptionWish {
  readonly assetIds: readonly string[];
  /** What each of them begins with. */
  readonly prefix?: string | undefined;
  /** Also where there is one. */
  readonly overwrite?: boolean | undefined;
}

export interface TrainingWish {
  readonly name?: string | undefined;
  readonly modelType: ModelType;
  readonly subjectKind: SubjectKind;
  readonly trainingAssetIds: readonly string[];
  readonly config: TrainingConfigWish;
  /** The brand's own fields. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  readonly trainAnyway?: boolean | undefined;
}

/** Which trainings are looked for; whatever is left out does not matter. */
export interface JobQuery {
  readonly status?: readonly string[] | undefined;
  /** A part of it. */
  readonly name?: string | undefined;
  readonly modelType?: string | undefined;
}

/** Which pictures are looked for; whatever is left out does not matter. */
export interface GenerationFilter {
  /** As calls name it. */
  readonly modelId?: string | undefined;
  /** Words that are all looked for: in the prompt, the models' names and the seeds. */
  readonly search?: string | undefined;
  /** Only requests with a picture that somebody starred. */
  readonly isStarred?: true | undefined;
  /** ISO 8601: asked for then or later, and before then. */
  readonly createdFrom?: string | undefined;
  readonly createdBefore?: string | undefined;
}

export interface GenerationWish {
  readonly modelId: string;
  readonly prompt: string;
  /** What is not to be seen. */
  readonly negativePrompt?: string | undefined;
  readonly imageCount: number;
  readonly aspectRatio: string;
  readonly seed?: number | undefined;
  readonly loraScale?: number | undefined;
  readonly inferenceSteps?: number | undefined;
  readonly guidance?: number | undefined;
  /** Painted with beside the first, by so much of it. */
  readonly secondModelId?: string | undefined;
  readonly secondLoraScale?: number | undefined;
}
