import { expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { BrandConfigError } from '../errors/index.ts';
import { catchError } from '../testing/catch-error.ts';
import { type BrandSettings, type BrandSettingsInput, parseBrandSettings } from './brand-settings.ts';
import type { MetadataField, metadataFieldsSchema } from './metadata-fields.ts';
import type { TrainingSettings, trainingSettingsSchema } from './training-settings.ts';

const parse = (value: unknown) => parseBrandSettings(value, { brandId: 'acme' });
const problemsOf = (value: unknown) => {
  const error = catchError(() => parse(value));
  if (!BrandConfigError.isInstance(error)) throw error;
  return error.problems;
};

const pictures = {
  maximumFileBytes: 10485760,
  fileTypes: ['image/jpeg', 'image/png', 'image/webp'],
};

// The database reads most of this by itself, in SQL: a change here needs a migration.
it('fills in these defaults', () => {
  expect(parse({})).toStrictEqual({
    training: {
      subjects: {
        style: { minimumImages: 10, recommendedImages: 20, maximumImages: 100, ...pictures },
        character: { minimumImages: 4, recommendedImages: 12, maximumImages: 30, ...pictures },
        product: { minimumImages: 4, recommendedImages: 20, maximumImages: 50, ...pictures },
        person: { minimumImages: 5, recommendedImages: 12, maximumImages: 30, ...pictures },
      },
      maximumRunningJobs: 3,
      maximumJobsPerDay: 20,
      autoDetectThreshold: 20,
      allowedModelTypes: ['flux', 'sdxl', 'sd15'],
      autoRetrain: {
        enabled: false,
        newImages: 20,
        minimumHoursBetween: 24,
        quietHours: null,
        monthlyBudgetUsd: null,
      },
    },
    generation: { maximumImagesPerRequest: 8, maximumPerDay: 500 },
    captions: { maximumPerDay: 200 },
    uploads: { maximumAssets: 2000 },
    budget: { monthlyUsd: null, warnAtShare: 0.8 },
    retention: { generationDays: null, deletedDays: 30 },
    signUp: { open: false, role: 'member' },
    features: { documents: true, secondLora: true, autoCaption: true, sharing: false },
    metadata: [],
    theme: { light: {}, dark: {} },
    words: { en: {}, ru: {} },
    language: 'en',
    hosts: [],
    region: null,
  });
});

it('fills in what is missing beside what is there', () => {
  const { training, budget } = parse({
    training: { subjects: { person: { minimumImages: 8 } }, autoRetrain: { quietHours: {} } },
    budget: { monthlyUsd: 250.5 },
  });
  expect(training.subjects.person).toMatchObject({ minimumImages: 8, recommendedImages: 12 });
  expect(training.autoRetrain.quietHours).toEqual({ from: '22:00', to: '07:00', timeZone: 'Europe/Berlin' });
  expect(budget).toEqual({ monthlyUsd: 250.5, warnAtShare: 0.8 });
});

it('gives settings which nobody can change, for this brand or for another', () => {
  const { training } = parse({});
  expect(() => Reflect.apply(Array.prototype.push, training.subjects.style.fileTypes, ['x'])).toThrow(
    TypeError,
  );
  expect(Reflect.set(training.autoRetrain, 'enabled', true)).toBe(false);
  expect(parse({}).training).toEqual(training);
});

it('finds its own result valid, also after the database', () => {
  const settings = parse({ theme: { light: { accent: '#0af' } }, hosts: ['a.example'], region: 'eu-west-1' });
  expect(parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

it('names the brand, the field and the remedy of every problem', () => {
  const error = catchError(() =>
    parse({ training: { subjects: { style: { minimumImages: 'ten' } } }, language: 'de', surprise: 1 }),
  );
  expect(error).toMatchObject({
    name: 'BrandConfigError',
    code: 'brand_config_invalid',
    retryable: false,
    brandId: 'acme',
    message: [
      'The configuration of brand "acme" cannot be used:',
      '- training.subjects.style.minimumImages is "ten". Use a number.',
      '- language is "de". Use one of "en", "ru".',
      '- surprise is not known here. Remove it, or correct its spelling.',
    ].join('\n'),
  });
});

// A row that was read without its settings must not get the limits of a brand that set none.
it.each([[undefined], [null], [[]], ['{}'], [7]])('does not take %j for settings', (value) => {
  expect(problemsOf(value)).toMatchObject([
    { path: 'settings', fix: expect.stringMatching(/an object with named fields/) },
  ]);
});

it.each([
  ['training', {}],
  ['training.subjects', {}],
  ['training.subjects.style', {}],
  ['training.autoRetrain', {}],
  ['training.autoRetrain.quietHours', {}],
  ['generation', {}],
  ['captions', {}],
  ['uploads', {}],
  ['budget', {}],
  ['retention', {}],
  ['signUp', {}],
  ['features', {}],
  ['theme', {}],
  ['theme.light', {}],
  ['theme.dark', {}],
  ['words', {}],
])('refuses what it does not know in %s', (path) => {
  const value = path
    .split('.')
    .reduceRight<Record<string, unknown>>((inner, part) => ({ [part]: inner }), { surprise: 1 });
  expect(problemsOf(value)).toMatchObject([{ path: `${path}.surprise`, message: 'is not known here' }]);
});

it('refuses a prototype in disguise', () => {
  expect(problemsOf(JSON.parse('{"__proto__": {"language": "ru"}}'))).toHaveLength(1);
});

it.each([
  [{ training: { maximumRunningJobs: -1 } }, 'training.maximumRunningJobs'],
  [{ training: { maximumRunningJobs: 101 } }, 'training.maximumRunningJobs'],
  [{ training: { maximumJobsPerDay: 1.5 } }, 'training.maximumJobsPerDay'],
  [{ training: { autoDetectThreshold: 0 } }, 'training.autoDetectThreshold'],
  [{ training: { allowedModelTypes: [] } }, 'training.allowedModelTypes'],
  [{ training: { allowedModelTypes: ['flux', 'flux'] } }, 'training.allowedModelTypes'],
  [{ training: { allowedModelTypes: ['sd3'] } }, 'training.allowedModelTypes[0]'],
  [{ generation: { maximumImagesPerRequest: 0 } }, 'generation.maximumImagesPerRequest'],
  [{ generation: { maximumPerDay: -1 } }, 'generation.maximumPerDay'],
  [{ uploads: { maximumAssets: null } }, 'uploads.maximumAssets'],
  [{ captions: { maximumPerDay: 1.5 } }, 'captions.maximumPerDay'],
  [{ training: { autoRetrain: { monthlyBudgetUsd: -1 } } }, 'training.autoRetrain.monthlyBudgetUsd'],
  [{ budget: { monthlyUsd: -0.01 } }, 'budget.monthlyUsd'],
  [{ budget: { warnAtShare: 0 } }, 'budget.warnAtShare'],
  [{ budget: { warnAtShare: 1.1 } }, 'budget.warnAtShare'],
  [{ retention: { generationDays: 0 } }, 'retention.generationDays'],
  [{ retention: { deletedDays: 0 } }, 'retention.deletedDays'],
  [{ signUp: { role: 'admin' } }, 'signUp.role'],
  [{ features: { sharing: 'yes' } }, 'features.sharing'],
  [{ hosts: ['a.example', 'a.example'] }, 'hosts'],
  [{ region: '../eu' }, 'region'],
])('refuses %j', (value, path) => {
  expect(problemsOf(value)).toMatchObject([{ path }]);
});

it('takes the limits that pause a brand', () => {
  const value = {
    training: { maximumRunningJobs: 0 },
    generation: { maximumPerDay: 0 },
    budget: { monthlyUsd: 0 },
  };
  expect(parse(value)).toMatchObject(value);
});

it('has types that say what the schema gives', () => {
  type Loose<Value> = Value extends readonly (infer Item)[]
    ? Loose<Item>[]
    : Value extends object
      ? { -readonly [Key in keyof Value]: Loose<Value[Key]> }
      : Value;
  expectTypeOf<Loose<TrainingSettings>>().toEqualTypeOf<z.output<typeof trainingSettingsSchema>>();
  expectTypeOf<Loose<MetadataField>['kind']>().toEqualTypeOf<
    z.output<typeof metadataFieldsSchema>[number]['kind']
  >();
  expectTypeOf<BrandSettings>().toExtend<BrandSettingsInput>();
  expectTypeOf<{ language: 'de' }>().not.toExtend<BrandSettingsInput>();
});
