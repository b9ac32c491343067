import type { ModelType, SubjectKind } from '@act/tenant-config';
import type { TrainingRules } from '../../api/answers.ts';
import type { Preset, TrainingConfigWish } from '../../api/wishes.ts';
import { presetSettings, presets, type SettingName, type TrainingSettings } from './presets.ts';

/** What a person has chosen so far; whatever is left out is the preset's. */
export interface ConfigureForm {
  readonly name: string;
  readonly triggerWord: string;
  /** The word that it is trained with where the person writes none; empty until it is drawn. */
  readonly drawnWord: string;
  readonly subjectKind: SubjectKind;
  readonly modelType: ModelType;
  readonly preset: Preset;
  readonly own: Partial<TrainingSettings>;
}

export const emptyForm = (modelType: ModelType): ConfigureForm => ({
  name: '',
  triggerWord: '',
  drawnWord: '',
  subjectKind: 'style',
  modelType,
  preset: 'standard',
  own: {},
});

/** The word that will call the model; empty for a moment at first. */
export const wordOf = ({ triggerWord, drawnWord }: ConfigureForm): string => triggerWord || drawnWord;

/** What will be trained with: the preset's settings with the person's own over them. */
export const settingsOf = (
  rules: TrainingRules,
  { modelType, preset, own }: ConfigureForm,
): TrainingSettings => ({
  ...presetSettings(rules, modelType, preset, own.optimizer),
  ...own,
});

/** The form with one setting changed; as the preset has it, it is not the person's own any more. */
export const withSetting = <Name extends SettingName>(
  rules: TrainingRules,
  form: ConfigureForm,
  name: Name,
  value: TrainingSettings[Name],
): ConfigureForm => {
  const own: Partial<TrainingSettings> = { ...form.own, [name]: value };
  if (presetSettings(rules, form.modelType, form.preset, own.optimizer)[name] === value) delete own[name];
  // The rate of one kind of optimizer means nothing to the other.
  const turned = (own.optimizer === 'prodigy') !== (form.own.optimizer === 'prodigy');
  if (name === 'optimizer' && turned) delete own.learningRate;
  return { ...form, own };
};

/** The form with one setting as the preset has it. */
export const withoutSetting = (rules: TrainingRules, form: ConfigureForm, name: SettingName): ConfigureForm =>
  withSetting(
    rules,
    form,
    name,
    presetSettings(rules, form.modelType, form.preset, form.own.optimizer)[name],
  );

/** What is sent: the preset, what differs from it, and the word that is shown. */
export const toConfigWish = (form: ConfigureForm): TrainingConfigWish => ({
  preset: form.preset,
  ...form.own,
  ...(wordOf(form) && { triggerWord: wordOf(form) }),
});

/** How often each picture is seen, which says more to a person than steps. */
export const timesSeen = (
  { steps, batchSize }: Pick<TrainingSettings, 'steps' | 'batchSize'>,
  pictures: number,
): number => (pictures === 0 ? 0 : Math.max(1, Math.round((steps * batchSize) / pictures)));

const isOneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  values.some((one) => one === value);

const kinds = ['style', 'character', 'product', 'person'] as const satisfies readonly SubjectKind[];

/** A form as it was kept; whatever cannot be read, or is not to be had any more, is as at first. */
export const readForm = (kept: unknown, modelTypes: readonly ModelType[]): ConfigureForm => {
  const first = emptyForm(modelTypes[0] ?? 'flux');
  if (!isObject(kept)) return first;
  const modelType = isOneOf(modelTypes, kept.modelType) ? kept.modelType : first.modelType;
  const preset = isOneOf(presets, kept.preset) ? kept.preset : first.preset;
  return {
    name: typeof kept.name === 'string' ? kept.name : '',
    triggerWord: typeof kept.triggerWord === 'string' ? kept.triggerWord : '',
    drawnWord: typeof kept.drawnWord === 'string' ? kept.drawnWord : '',
    subjectKind: isOneOf(kinds, kept.subjectKind) ? kept.subjectKind : first.subjectKind,
    modelType,
    preset,
    own: readOwn(kept.own),
  };
};

const settingTypes: Readonly<Record<SettingName, string>> = {
  steps: 'number',
  learningRate: 'number',
  loraRank: 'number',
  batchSize: 'number',
  resolution: 'string',
  optimizer: 'string',
  autocaption: 'boolean',
  captionDropout: 'number',
  numRepeats: 'number',
  seed: 'number',
};

/** Of what was kept the settings that can be read. */
const readOwn = (kept: unknown): Partial<TrainingSettings> =>
  isObject(kept)
    ? Object.fromEntries(
        Object.entries(kept).filter(([name, value]) =>
          Object.entries(settingTypes).some(([known, type]) => known === name && type === typeof value),
        ),
      )
    : {};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
