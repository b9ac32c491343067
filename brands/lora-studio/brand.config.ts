import { defineBrand } from '@act/tenant-config';

/** What the founding document takes for one LoRA: 4 to 15 references, of which 10 to 12 are best. */
const references = {
  minimumImages: 4,
  recommendedImages: 10,
  maximumImages: 15,
  maximumFileBytes: 10_000_000,
};

/** A newspaper in cobalt: black rules on white, narrow headlines, no round corner, much on one page. */
export const brand = defineBrand({
  id: 'lora-studio',
  name: 'LoRA Студия',
  defaultVisibility: 'owner',
  settings: {
    language: 'ru',
    features: { documents: false, sharing: true },
    training: {
      allowedModelTypes: ['flux', 'sdxl'],
      subjects: { style: references, character: references, product: references },
    },
    theme: {
      light: {
        surface: '#ffffff',
        raised: '#ffffff',
        line: '#1b1c22',
        text: '#0d0e12',
        muted: '#555a66',
        accent: '#2527e6',
        accentText: '#ffffff',
      },
      dark: {
        surface: '#0c0d11',
        raised: '#0c0d11',
        line: '#585d6b',
        text: '#f2f3f7',
        muted: '#a3a8b6',
        accent: '#8f93ff',
        accentText: '#0c0d11',
      },
      radius: 0,
      density: 'compact',
      fontSans: 'Golos Text Variable, sans-serif',
      fontDisplay: 'Oswald Variable, sans-serif',
    },
  },
});
