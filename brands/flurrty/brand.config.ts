import { defineBrand, type LocalizedText } from '@act/tenant-config';
import { furTypes, hybridStyles, type Trait, types, voices } from './traits/traits.ts';
import { longestName, longestPersonality } from './traits/twin-traits.ts';

const label = (en: string, ru: string): LocalizedText => ({ en, ru });
const choice = (name: string, named: LocalizedText, traits: readonly Trait[]) => ({
  name,
  kind: 'choice' as const,
  label: named,
  choices: traits.map(({ value, label }) => ({ value, label })),
});
const colour = (name: string, named: LocalizedText) => ({ name, kind: 'colour' as const, label: named });

/** Round, soft, playful: raspberry on lilac, corners like pillows, room for a thumb. */
export const brand = defineBrand({
  id: 'flurrty',
  name: 'Flurrty',
  defaultVisibility: 'owner',
  settings: {
    signUp: { open: true, role: 'member' },
    features: { documents: false, secondLora: false },
    training: {
      allowedModelTypes: ['flux'],
      // Of everybody together, for whoever likes may come.
      maximumRunningJobs: 100,
      maximumJobsPerDay: 1_000,
      subjects: { character: { minimumImages: 3, recommendedImages: 5, maximumImages: 6 } },
    },
    generation: { maximumPerDay: 20_000 },
    uploads: { maximumAssets: 100_000 },
    metadata: [
      // As the founding documents' requests have it.
      {
        name: 'fursonaName',
        kind: 'text',
        label: label('Name', 'Имя'),
        required: true,
        maximumLength: longestName,
      },
      choice('type', label('Type', 'Тип'), types),
      choice('hybridStyle', label('Hybrid style', 'Стиль гибрида'), hybridStyles),
      choice('furType', label('Fur', 'Мех'), furTypes),
      colour('mainColour', label('Main colour', 'Основной цвет')),
      colour('secondColour', label('Second colour', 'Второй цвет')),
      {
        name: 'personality',
        kind: 'text',
        label: label('Personality', 'Характер'),
        maximumLength: longestPersonality,
      },
      choice('voice', label('Voice', 'Голос'), voices),
    ],
    theme: {
      light: {
        surface: '#f4effc',
        raised: '#ffffff',
        line: '#e2d8f3',
        text: '#2c1f47',
        muted: '#655a80',
        accent: '#cf2c78',
        accentText: '#ffffff',
      },
      dark: {
        surface: '#1a1428',
        raised: '#251d39',
        line: '#3d3157',
        text: '#f5effd',
        muted: '#b9aed2',
        accent: '#ff8dc0',
        accentText: '#2b0d1e',
      },
      radius: 20,
      density: 'comfortable',
      fontSans: 'Nunito Variable, sans-serif',
      fontDisplay: 'Nunito Variable, sans-serif',
    },
  },
});
