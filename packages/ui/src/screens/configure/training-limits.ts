import type { ModelType } from '@act/tenant-config';

/** The lowest and the highest that is allowed. */
export interface Limits {
  readonly minimum: number;
  readonly maximum: number;
}

/** What one trainer takes for one base model; the interface checks the same when the training is asked for. */
export interface TrainingLimits {
  readonly steps: Limits;
  readonly learningRate: Limits;
  readonly batchSize: Limits;
  readonly loraRank: Limits;
  /** Of each side, in pixels. */
  readonly resolution: Limits;
  readonly numRepeats: Limits;
  readonly optimizers: readonly string[];
  /** What it has no use for. */
  readonly ignored: readonly ('numRepeats' | 'seed' | 'autocaption')[];
}

export type Trainer = 'replicate' | 'runpod';

const shared = {
  steps: { minimum: 3, maximum: 6000 },
  loraRank: { minimum: 1, maximum: 128 },
  learningRate: { minimum: 1e-6, maximum: 1e-2 },
  numRepeats: { minimum: 1, maximum: 100 },
};
const ownOptimizers = ['adamw8bit', 'adamw', 'lion8bit', 'lion', 'prodigy', 'adafactor'];
const replicateOptimizers = [
  'adamw8bit',
  'adamw',
  'adam8bit',
  'adam',
  'lion8bit',
  'lion',
  'prodigy',
  'adagrad',
  'adafactor',
];

const limits: Record<ModelType, Partial<Record<Trainer, TrainingLimits>>> = {
  flux: {
    replicate: {
      ...shared,
      batchSize: { minimum: 1, maximum: 4 },
      resolution: { minimum: 256, maximum: 1536 },
      optimizers: replicateOptimizers,
      ignored: ['numRepeats', 'seed'],
    },
    runpod: {
      ...shared,
      batchSize: { minimum: 1, maximum: 4 },
      resolution: { minimum: 256, maximum: 1536 },
      optimizers: ownOptimizers,
      ignored: ['autocaption'],
    },
  },
  sdxl: {
    runpod: {
      ...shared,
      batchSize: { minimum: 1, maximum: 8 },
      resolution: { minimum: 512, maximum: 1536 },
      optimizers: ownOptimizers,
      ignored: ['autocaption'],
    },
  },
  sd15: {
    runpod: {
      ...shared,
      batchSize: { minimum: 1, maximum: 8 },
      resolution: { minimum: 256, maximum: 1024 },
      optimizers: ownOptimizers,
      ignored: ['autocaption'],
    },
  },
};

const usual = { flux: 'replicate', sdxl: 'runpod', sd15: 'runpod' } as const satisfies Record<
  ModelType,
  Trainer
>;
/** `prodigy` finds the rate by itself, and takes this one for a factor of it. */
const prodigyRate: Limits = { minimum: 0.1, maximum: 1 };

/** Who trains this base model here. */
export const trainerOf = (modelType: ModelType): Trainer => usual[modelType];

export const limitsOf = (modelType: ModelType, trainer: Trainer, optimizer: string): TrainingLimits => {
  // A trainer that this page does not know for a base has the limits of the usual one.
  const found = limits[modelType][trainer] ?? limits[modelType].runpod ?? limits.flux.runpod;
  if (!found) throw new Error(`Nobody trains ${modelType}.`);
  return optimizer === 'prodigy' ? { ...found, learningRate: prodigyRate } : found;
};
