import type { TrainingJob } from '../../api/answers.ts';

type Trained = Pick<TrainingJob, 'config' | 'trainingAssetIds' | 'modelType'>;

/** One setting that two versions were not trained alike by; null where nobody knows. */
interface SettingChange {
  readonly setting: ComparedSetting;
  readonly before: string | null;
  readonly after: string | null;
}

interface VersionDiff {
  readonly settings: readonly SettingChange[];
  /** Ids of pictures. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const settings = [
  'steps',
  'learningRate',
  'loraRank',
  'resolution',
  'batchSize',
  'optimizer',
  'autocaption',
  'captionDropout',
  'numRepeats',
  'seed',
] as const satisfies readonly (keyof NonNullable<TrainingJob['config']>)[];
export type ComparedSetting = (typeof settings)[number];

/** What is different between two trainings: settings, and pictures that came or went. */
export const diffVersions = (before: Trained, after: Trained): VersionDiff => {
  const [had, has] = [new Set(before.trainingAssetIds), new Set(after.trainingAssetIds)];
  return {
    settings: settings.flatMap((setting) => {
      const [was, is] = [textOf(before.config?.[setting]), textOf(after.config?.[setting])];
      return was === is ? [] : [{ setting, before: was, after: is }];
    }),
    added: after.trainingAssetIds.filter((id) => !had.has(id)),
    removed: before.trainingAssetIds.filter((id) => !has.has(id)),
  };
};

const textOf = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined ? null : String(value);
