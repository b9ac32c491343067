import { expect, it } from 'vitest';
import { parseMetadata } from '../metadata/parse-metadata.ts';
import { defineBrand, toBrandRow } from './define-brand.ts';

const text = (en: string, ru: string) => ({ en, ru });
const option = (value: string, en: string, ru: string) => ({ value, label: { en, ru } });

/** What the four storefronts of the product need of a configuration. */
const storefronts = [
  defineBrand({
    id: 'act-frontend',
    name: 'Creative Technologists',
    settings: {
      theme: {
        light: { surface: '#fafafa', accent: '#ff4f00', accentText: '#000000' },
        dark: { surface: '#17181a', accent: '#ff6a2b', accentText: '#000000' },
        radius: 2,
        density: 'compact',
      },
      training: { autoDetectThreshold: 20, autoRetrain: { enabled: true } },
      hosts: ['studio.creativetechnologists.example'],
    },
  }),
  defineBrand({
    id: 'lora-studio',
    name: 'LoRA Студия',
    settings: {
      language: 'ru',
      training: { subjects: { style: { minimumImages: 4, recommendedImages: 12, maximumImages: 15 } } },
      words: { ru: { 'models.title': 'Мои LoRA' }, en: { 'models.title': 'My LoRAs' } },
      theme: { fontDisplay: 'PT Serif, serif', density: 'compact' },
    },
  }),
  defineBrand({
    id: 'flurrty',
    name: 'Flurrty',
    defaultVisibility: 'owner',
    settings: {
      signUp: { open: true },
      training: {
        allowedModelTypes: ['flux'],
        subjects: { character: { minimumImages: 3, recommendedImages: 5, maximumImages: 6 } },
      },
      metadata: [
        { name: 'furrsonaName', kind: 'text', label: text('Name', 'Имя'), required: true, maximumLength: 60 },
        {
          name: 'furType',
          kind: 'choice',
          label: text('Fur', 'Мех'),
          choices: [option('short', 'Short', 'Короткий')],
        },
        { name: 'mainColour', kind: 'colour', label: text('Main colour', 'Основной цвет') },
        {
          name: 'style',
          kind: 'choices',
          label: text('Style', 'Стиль'),
          choices: [option('glamour', 'Glamour', 'Гламур'), option('cosplay', 'Cosplay', 'Косплей')],
        },
        { name: 'personality', kind: 'text', label: text('Personality', 'Характер') },
        {
          name: 'voice',
          kind: 'choice',
          label: text('Voice', 'Голос'),
          choices: [option('warm', 'Warm', 'Тёплый')],
        },
      ],
      theme: { radius: 24, density: 'comfortable' },
    },
  }),
  defineBrand({
    id: 'sselfie',
    name: 'SSELFIE',
    defaultVisibility: 'owner',
    settings: {
      signUp: { open: true },
      training: { subjects: { person: { minimumImages: 5 } } },
      metadata: [
        {
          name: 'gender',
          kind: 'choice',
          label: text('Gender', 'Пол'),
          choices: [option('woman', 'Woman', 'Женщина'), option('man', 'Man', 'Мужчина')],
        },
      ],
      theme: { light: { surface: 'oklch(0.97 0.01 80)' }, fontDisplay: 'Cormorant Garamond, serif' },
    },
  }),
];

it.each(storefronts)('can describe $id, and read back what it stores', (brand) => {
  const { id, name, default_visibility, settings } = toBrandRow(brand);
  expect(defineBrand({ id, name, defaultVisibility: default_visibility, settings })).toEqual(brand);
});

it('takes what the twin wizard collects', () => {
  const [, , flurrty] = storefronts;
  if (!flurrty) throw new Error('The list has a third storefront.');
  const metadata = {
    furrsonaName: 'Biscuit',
    furType: 'short',
    mainColour: '#d97706',
    style: ['glamour', 'cosplay'],
    personality: 'Curious and calm',
    voice: 'warm',
  };
  expect(parseMetadata(flurrty.settings, metadata)).toEqual(metadata);
});
