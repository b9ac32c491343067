import { expect, it } from 'vitest';
import { parseBrandSettings } from './brand-settings.ts';

const parse = (metadata: unknown) => parseBrandSettings({ metadata }, { brandId: 'acme' }).metadata;
const label = { en: 'Fur', ru: 'Мех' };
const short = { value: 'short', label };

it('fills in what a field leaves out', () => {
  expect(
    parse([
      { name: 'voice', kind: 'text', label },
      { name: 'furType', kind: 'choice', label, choices: [short] },
    ]),
  ).toStrictEqual([
    { name: 'voice', kind: 'text', label, required: false, maximumLength: 200 },
    { name: 'furType', kind: 'choice', label, required: false, choices: [short] },
  ]);
});

it.each([
  ['two fields of one name', [{ kind: 'text' }, { kind: 'boolean' }], 'metadata has two fields of one name'],
  ['an unknown kind', [{ kind: 'date' }], 'metadata[0].kind is "date"'],
  ['no kind', [{}], 'metadata[0].kind is missing'],
  ['a name with a hyphen', [{ kind: 'text', name: 'fur-type' }], 'metadata[0].name is "fur-type"'],
  ['a name with a capital', [{ kind: 'text', name: 'FurType' }], 'metadata[0].name is "FurType"'],
  ['a name that every object has', [{ kind: 'text', name: 'constructor' }], 'metadata[0].name is'],
  ['a label in one language', [{ kind: 'text', label: { en: 'Fur' } }], 'metadata[0].label.ru is missing'],
  ['choices of a text', [{ kind: 'text', choices: [short] }], 'metadata[0].choices is not known here'],
  ['a choice without choices', [{ kind: 'choice' }], 'metadata[0].choices is missing'],
  ['an empty list of choices', [{ kind: 'choices', choices: [] }], 'metadata[0].choices has too few'],
  ['one choice twice', [{ kind: 'choice', choices: [short, short] }], 'metadata[0].choices repeats an entry'],
  [
    'a choice that is markup',
    [{ kind: 'choice', choices: [{ value: '<b>', label }] }],
    'metadata[0].choices[0].value is "<b>"',
  ],
  ['a range of nothing', [{ kind: 'number', minimum: 2, maximum: 1 }], 'metadata[0] contradicts itself'],
  ['a text without end', [{ kind: 'text', maximumLength: 2001 }], 'metadata[0].maximumLength is 2001'],
])('refuses %s', (_, fields, message) => {
  const complete = fields.map((field) => ({ name: 'fur', label, ...field }));
  expect(() => parse(complete)).toThrow(message);
});

it('takes thirty fields and no more', () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `field${index}`, kind: 'boolean', label }));
  expect(parse(fields(30))).toHaveLength(30);
  expect(() => parse(fields(31))).toThrow('metadata has too many entries. List at most 30.');
});
