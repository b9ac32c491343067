import { expect, it } from 'vitest';
import { MetadataError } from '../errors/index.ts';
import { parseBrandSettings } from '../settings/brand-settings.ts';
import { catchError } from '../testing/catch-error.ts';
import { parseMetadata, toMetadataSchema } from './parse-metadata.ts';

const label = { en: 'Field', ru: 'Поле' };
const choices = ['short', 'long'].map((value) => ({ value, label }));
const settings = parseBrandSettings(
  {
    metadata: [
      { name: 'furrsonaName', kind: 'text', label, required: true, maximumLength: 20 },
      { name: 'personality', kind: 'text', label },
      { name: 'furType', kind: 'choice', label, choices },
      { name: 'styles', kind: 'choices', label, choices },
      { name: 'furColour', kind: 'colour', label },
      { name: 'age', kind: 'number', label, minimum: 0, maximum: 120 },
      { name: 'adult', kind: 'boolean', label },
    ],
  },
  { brandId: 'flurrty' },
);
const name = { furrsonaName: 'Мурка' };

const fieldsOf = (value: unknown) => {
  const error = catchError(() => parseMetadata(settings, value));
  if (!MetadataError.isInstance(error)) throw error;
  return error.problems.map(({ path }) => path);
};

it('takes what fits', () => {
  const metadata = {
    ...name,
    personality: 'Calm.\nLikes rain.',
    furType: 'long',
    styles: ['short', 'long'],
    furColour: '#d97706',
    age: 0,
    adult: false,
  };
  expect(parseMetadata(settings, metadata)).toEqual(metadata);
});

it('leaves out what a form left undefined', () => {
  expect(parseMetadata(settings, { ...name, age: undefined })).toStrictEqual(name);
});

it.each([
  [{}, ['furrsonaName']],
  [{ furrsonaName: ' \n' }, ['furrsonaName']],
  [{ furrsonaName: 'x'.repeat(21) }, ['furrsonaName']],
  [{ furrsonaName: 'a\u0007' }, ['furrsonaName']],
  [{ ...name, furType: 'curly' }, ['furType']],
  [{ ...name, furType: ['long'] }, ['furType']],
  [{ ...name, styles: ['long', 'curly'] }, ['styles[1]']],
  [{ ...name, styles: ['long', 'long'] }, ['styles']],
  [{ ...name, furColour: 'orange' }, ['furColour']],
  [{ ...name, age: -1 }, ['age']],
  [{ ...name, age: 121 }, ['age']],
  [{ ...name, age: '7' }, ['age']],
  [{ ...name, adult: 'yes' }, ['adult']],
  [{ ...name, personality: null }, ['personality']],
  [{ ...name, userId: 'x', hasOwnProperty: 1 }, ['userId', 'hasOwnProperty']],
  [{ age: 500, adult: 1 }, ['furrsonaName', 'age', 'adult']],
  [null, ['metadata']],
  [[], ['metadata']],
])('names the fields that are wrong in %j', (value, fields) => {
  expect(fieldsOf(value)).toEqual(fields);
});

it('says what to write instead', () => {
  expect(catchError(() => parseMetadata(settings, { ...name, furType: 'curly' }))).toMatchObject({
    code: 'metadata_invalid',
    message: 'The metadata cannot be used:\n- furType is "curly". Use one of "short", "long".',
  });
});

it('refuses everything where a brand has no fields', () => {
  expect(parseMetadata({ metadata: [] }, {})).toEqual({});
  expect(() => parseMetadata({ metadata: [] }, name)).toThrow(/furrsonaName is not known here/);
});

it('wants a choice where some are required', () => {
  const field = { name: 'styles', kind: 'choices', label, required: true, choices } as const;
  expect(() => parseMetadata({ metadata: [field] }, { styles: [] })).toThrow(/styles has too few entries/);
});

it('gives forms the same rules as a schema', () => {
  expect(toMetadataSchema(settings).safeParse(name).success).toBe(true);
  expect(toMetadataSchema(settings).safeParse({}).success).toBe(false);
});
