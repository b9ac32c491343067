import type { ProviderId } from '../providers/run.ts';
import type { ModelType } from './model-type.ts';

/** The lowest and the highest that is allowed. */
export interface Range {
  /** The lowest that is allowed. */
  readonly minimum: number;
  /** The highest that is allowed. */
  readonly maximum: number;
}

/** What a trainer takes for one base model. */
export interface TrainingBounds {
  /** How often it learns. */
  readonly steps: Range;
  /** Unless the optimizer finds it by itself. */
  readonly learningRate: Range;
  /** Pictures in each step. */
  readonly batchSize: Range;
  /** The size of the LoRA. */
  readonly loraRank: Range;
  /** Of each side, in pixels. */
  readonly resolution: Range;
  /** Those that there are. */
  readonly optimizers: readonly string[];
  /** How often each picture is shown in an epoch. */
  readonly numRepeats: Range;
  /** Fields that it has no use for. */
  readonly ignored: readonly ('numRepeats' | 'seed' | 'autocaption')[];
}

/**
 * `prodigy` finds the rate by itself and takes this one as a factor of it; below 0.1 trainers put 1 in its place
 * without a word.
 */
export const prodigyLearningRate: Range & { readonly usual: number } = { minimum: 0.1, maximum: 1, usual: 1 };

/** How finely a resolution can be chosen: pictures are sorted into sizes of this step. */
export const resolutionStep = 64;
/** Of one training; each one more prepares every picture once more. */
export const maximumResolutions = 4;

const shared = {
  // What the flux trainer on Replicate takes; for our own trainer the same, so that a wish fits both.
  steps: { minimum: 3, maximum: 6000 },
  loraRank: { minimum: 1, maximum: 128 },
  // No trainer has bounds for it: outside of these nothing is learned, or everything forgotten.
  learningRate: { minimum: 1e-6, maximum: 1e-2 },
  numRepeats: { minimum: 1, maximum: 100 },
};

// Ours: a step takes longer with every picture in it, and prices count steps.
const batchSize = { minimum: 1, maximum: 4 };
const smallModelBatchSize = { minimum: 1, maximum: 8 };

/** What the image on our own GPUs brings with it. */
const ownOptimizers = ['adamw8bit', 'adamw', 'lion8bit', 'lion', 'prodigy', 'adafactor'];

/** By base model and provider; a pair that is missing is not trained. */
export const trainingBounds: Readonly<
  Record<ModelType, Readonly<Partial<Record<ProviderId, TrainingBounds>>>>
> = {
  flux: {
    replicate: {
      ...shared,
      batchSize,
      resolution: { minimum: 256, maximum: 1536 },
      optimizers: [
        'adamw8bit',
        'adamw',
        'adam8bit',
        'adam',
        'lion8bit',
        'lion',
        'prodigy',
        'adagrad',
        'adafactor',
      ],
      ignored: ['numRepeats', 'seed'],
    },
    runpod: {
      ...shared,
      batchSize,
      resolution: { minimum: 256, maximum: 1536 },
      optimizers: ownOptimizers,
      // Captions are there before our own image begins.
      ignored: ['autocaption'],
    },
  },
  sdxl: {
    runpod: {
      ...shared,
      batchSize: smallModelBatchSize,
      // Made for 1024; below 512 it paints fragments.
      resolution: { minimum: 512, maximum: 1536 },
      optimizers: ownOptimizers,
      ignored: ['autocaption'],
    },
  },
  sd15: {
    runpod: {
      ...shared,
      batchSize: smallModelBatchSize,
      // Made for 512; above 1024 it repeats its subject.
      resolution: { minimum: 256, maximum: 1024 },
      optimizers: ownOptimizers,
      ignored: ['autocaption'],
    },
  },
};
