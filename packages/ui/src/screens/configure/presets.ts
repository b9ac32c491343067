import type { ModelType } from '@act/tenant-config';
import type { TrainingJob, TrainingRules } from '../../api/answers.ts';
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

/** What the interface says of one base model. */
export const rulesOf = ({ items }: TrainingRules, modelType: ModelType) => {
  const found = items.find((one) => one.modelType === modelType);
  if (!found) throw new Error(`Nobody trains ${modelType}.`);
  return found;
};

/** What a preset stands for, shown until a person chooses otherwise; the interface fills in the same. */
export const presetSettings = (
  rules: TrainingRules,
  modelType: ModelType,
  preset: Preset,
  optimizer?: string,
): TrainingSettings => ({
  ...rulesOf(rules, modelType).presets[preset],
  ...(optimizer === 'prodigy' && { learningRate: rules.prodigyLearningRate.usual }),
});
