import type { TrainingJob } from '../../api/answers.ts';
import { formatSides } from '../../format/sides.ts';

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
      const [was, is] = [textOf(before, setting), textOf(after, setting)];
      return was === is ? [] : [{ setting, before: was, after: is }];
    }),
    added: after.trainingAssetIds.filter((id) => !had.has(id)),
    removed: before.trainingAssetIds.filter((id) => !has.has(id)),
  };
};

const textOf = ({ config }: Trained, setting: ComparedSetting) => {
  if (setting === 'resolution') return config ? formatSides(config.resolution) : null;
  const value = config?.[setting];
  return value === null || value === undefined ? null : String(value);
};
