import type { SettingName, TrainingSettings } from './presets.ts';
import type { Limits, TrainingLimits } from './training-limits.ts';

/** What is wrong with a value: outside of what the trainer takes, or not written as it must be. */
type SettingProblem = { readonly rule: 'range'; readonly limits: Limits } | { readonly rule: 'sides' };

const sideStep = 64;
const mostSides = 4;

const isWithin = (value: number, { minimum, maximum }: Limits) => value >= minimum && value <= maximum;

/** The same rules as behind the interface, so that most mistakes are told before anything is sent. */
export const checkSetting = (
  name: SettingName,
  settings: TrainingSettings,
  limits: TrainingLimits,
): SettingProblem | null => {
  if (name === 'resolution')
    return areSides(settings.resolution, limits.resolution) ? null : { rule: 'sides' };
  if (name === 'captionDropout') return checkRange(settings.captionDropout, { minimum: 0, maximum: 1 });
  if (name === 'seed') {
    return settings.seed === null ? null : checkRange(settings.seed, { minimum: 0, maximum: 2 ** 31 - 1 });
  }
  if (name === 'optimizer' || name === 'autocaption') return null;
  return checkRange(settings[name], limits[name]);
};

const checkRange = (value: number, limits: Limits): SettingProblem | null =>
  isWithin(value, limits) ? null : { rule: 'range', limits };

const areSides = (text: string, limits: Limits) => {
  const sides = text.split(',').map((side) => Number(side.trim() || Number.NaN));
  return sides.length <= mostSides && sides.every((side) => isWithin(side, limits) && side % sideStep === 0);
};
