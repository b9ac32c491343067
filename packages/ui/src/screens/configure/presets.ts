import type { ModelType } from '@act/tenant-config';
import type { TrainingJob } from '../../api/answers.ts';
import type { Preset } from '../../api/wishes.ts';

export const presets = ['quick', 'standard', 'best'] as const satisfies readonly Preset[];

/** All that can be set about a training. */
export type TrainingSettings = NonNullable<TrainingJob['config']>;
export type SettingName = keyof TrainingSettings;

/** All of them, in the order in which they are listed. */
export const settingNames = [
  'steps',
  'learningRate',
  'loraRank',
  'batchSize',
  'resolution',
  'optimizer',
  'autocaption',
  'captionDropout',
  'numRepeats',
  'seed',
] as const satisfies readonly SettingName[];

const defaults: Record<ModelType, TrainingSettings> = {
  flux: {
    steps: 1000,
    learningRate: 4e-4,
    batchSize: 1,
    loraRank: 16,
    resolution: '512,768,1024',
    optimizer: 'adamw8bit',
    autocaption: true,
    captionDropout: 0.05,
    numRepeats: 10,
    seed: null,
  },
  sdxl: {
    steps: 1000,
    learningRate: 1e-4,
    batchSize: 1,
    loraRank: 16,
    resolution: '1024',
    optimizer: 'adamw8bit',
    autocaption: true,
    captionDropout: 0.05,
    numRepeats: 10,
    seed: null,
  },
  sd15: {
    steps: 1000,
    learningRate: 1e-4,
    batchSize: 1,
    loraRank: 16,
    resolution: '512',
    optimizer: 'adamw8bit',
    autocaption: true,
    captionDropout: 0.05,
    numRepeats: 10,
    seed: null,
  },
};

const changes: Record<ModelType, Record<Preset, Partial<TrainingSettings>>> = {
  flux: {
    quick: { steps: 500, resolution: '512,768' },
    standard: {},
    best: { steps: 2000, learningRate: 2e-4, loraRank: 32 },
  },
  sdxl: {
    quick: { steps: 500, resolution: '768' },
    standard: {},
    best: { steps: 2500, loraRank: 32 },
  },
  sd15: {
    quick: { steps: 500 },
    standard: {},
    best: { steps: 2500, loraRank: 32, resolution: '512,768' },
  },
};

/** What a preset stands for, shown until a person chooses otherwise; the interface fills in the same. */
export const presetSettings = (
  modelType: ModelType,
  preset: Preset,
  optimizer?: string,
): TrainingSettings => ({
  ...defaults[modelType],
  ...changes[modelType][preset],
  ...(optimizer === 'prodigy' && { learningRate: 1 }),
});
