import { useLocale } from 'next-intl';
import { trainerName } from '../../jobs/trainer-name.ts';
import { useWords } from '../../messages/use-words.ts';
import { checkSetting } from './check-setting.ts';
import type { SettingName, TrainingSettings } from './presets.ts';
import type { Limits, TrainingLimits } from './training-limits.ts';

interface SettingFacts {
  readonly settings: TrainingSettings;
  readonly limits: TrainingLimits;
  /** The provider. */
  readonly trainer: string;
}

/** What each setting is called and good for, what the trainer takes, and what is wrong with it now. */
export const useSettingWords = ({ settings, limits, trainer }: SettingFacts) => {
  const [words, language] = [useWords('configure'), useLocale()];
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3, maximumFractionDigits: 6 });
  const range = ({ minimum, maximum }: Limits) => ({
    from: number.format(minimum),
    to: new Intl.NumberFormat(language).format(maximum),
  });
  const boundsOf = (name: SettingName): string => {
    const from = trainerName(trainer);
    if (name === 'optimizer') return words('boundsList', { count: limits.optimizers.length, trainer: from });
    if (name === 'autocaption') return '';
    if (name === 'seed') return words('boundsSeed');
    const own = name === 'captionDropout' ? { minimum: 0, maximum: 1 } : limits[name];
    return words('bounds', { ...range(own), trainer: from });
  };
  const errorOf = (name: SettingName): string | undefined => {
    const problem = checkSetting(name, settings, limits);
    if (!problem) return undefined;
    return problem.rule === 'range'
      ? words('outOfRange', range(problem.limits))
      : words('sidesWrong', range(limits.resolution));
  };
  return (name: SettingName) => ({
    label: words(`settings.${name}.word`),
    why: words(`settings.${name}.why`),
    bounds: boundsOf(name),
    error: errorOf(name),
  });
};
