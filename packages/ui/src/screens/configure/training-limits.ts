import type { ModelType } from '@act/tenant-config';
import type { TrainingRules } from '../../api/answers.ts';
import { rulesOf } from './presets.ts';

/** What one trainer takes for one base model; the interface checks the same when the training is asked for. */
export type TrainingLimits = TrainingRules['items'][number]['bounds'];

/** The lowest and the highest that is allowed. */
export type Limits = TrainingLimits['steps'];

/** The limits of a base model with this optimizer: `prodigy` takes the rate for a factor. */
export const limitsOf = (rules: TrainingRules, modelType: ModelType, optimizer: string): TrainingLimits => {
  const { bounds } = rulesOf(rules, modelType);
  return optimizer === 'prodigy' ? { ...bounds, learningRate: rules.prodigyLearningRate } : bounds;
};
