import type { ProviderId } from '../providers/run.ts';
import { type ModelType, modelTypes } from './model-type.ts';
import { trainerFor } from './trainers.ts';
import type { TrainingBounds } from './training-bounds.ts';
import { boundsFor, parseTrainingWish, type TrainingConfig } from './training-config.ts';
import type { PresetName } from './training-presets.ts';

/** What there is to choose about training one base model. */
export interface TrainingRules {
  /** The base model. */
  readonly modelType: ModelType;
  /** Who trains it unless somebody else is asked. */
  readonly provider: ProviderId;
  /** What each preset stands for, complete. */
  readonly presets: Readonly<Record<PresetName, TrainingConfig>>;
  /** What the trainer takes; a wish beyond it is refused. */
  readonly bounds: TrainingBounds;
}

function rulesFor(modelType: ModelType): TrainingRules {
  const target = { modelType, provider: trainerFor(modelType).provider };
  const meaningOf = (preset: PresetName) => parseTrainingWish({ preset }, target).config;
  return {
    ...target,
    presets: { quick: meaningOf('quick'), standard: meaningOf('standard'), best: meaningOf('best') },
    bounds: boundsFor(target),
  };
}

/** What there is to choose, by base model: for whoever shows it before anything is asked for. */
export const trainingRules: readonly TrainingRules[] = modelTypes.map(rulesFor);
