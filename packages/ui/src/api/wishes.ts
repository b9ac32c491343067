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
  readonly trainAnyway?: boolean | undefined;
}

export interface GenerationWish {
  readonly modelId: string;
  readonly prompt: string;
  readonly imageCount: number;
  readonly aspectRatio: string;
  readonly seed?: number | undefined;
  readonly loraScale?: number | undefined;
  readonly inferenceSteps?: number | undefined;
  readonly guidance?: number | undefined;
}
