import { defineBrand } from '@act/tenant-config';
import { genders } from './training/genders.ts';

/** Warm paper in window light, brick-red ink, a serif to be looked at; made for one hand. */
export const brand = defineBrand({
  id: 'sselfie',
  name: 'Sselfie',
  defaultVisibility: 'owner',
  settings: {
    signUp: { open: true, role: 'member' },
    features: { documents: false, secondLora: false },
    training: {
      allowedModelTypes: ['flux'],
      // Of everybody together, for whoever likes may come.
      maximumRunningJobs: 100,
      maximumJobsPerDay: 1_000,
      subjects: { person: { minimumImages: 5, recommendedImages: 12, maximumImages: 24 } },
    },
    generation: { maximumPerDay: 20_000 },
    uploads: { maximumAssets: 100_000 },
    metadata: [
      {
        name: 'gender',
        kind: 'choice',
        label: { en: 'Gender', ru: 'Пол' },
        choices: genders.map(({ value, label }) => ({ value, label })),
      },
    ],
    theme: {
      light: {
        surface: '#f7f0e4',
        raised: '#fffaf1',
        line: '#e5d9c5',
        text: '#2b1f18',
        muted: '#6b5a4c',
        accent: '#a83f25',
        accentText: '#fffaf1',
      },
      dark: {
        surface: '#1b1511',
        raised: '#261d17',
        line: '#40332a',
        text: '#f6ebdc',
        muted: '#bba995',
        accent: '#f2a17f',
        accentText: '#2a120a',
      },
      radius: 10,
      density: 'comfortable',
      fontSans: 'Commissioner Variable, sans-serif',
      fontDisplay: 'Playfair Display Variable, serif',
    },
  },
});
