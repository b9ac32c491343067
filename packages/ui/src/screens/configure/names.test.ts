import { expect, it } from 'vitest';
import { findNameProblem, mendName } from './model-name.ts';
import { drawTriggerWord, findTriggerProblem, mendTrigger } from './trigger-word.ts';

it.each([
  ['sea-glass', null, 'sea-glass'],
  ['7', null, '7'],
  ['sea-glass-', { rule: 'hyphenLast' }, 'sea-glass'],
  ['-sea', { rule: 'hyphenFirst' }, 'sea'],
  ['sea--glass', { rule: 'twoHyphens', place: 5 }, 'sea-glass'],
  ['Sea-glass', { rule: 'capital', sign: 'S', place: 1 }, 'sea-glass'],
  ['sea Glass', { rule: 'space', place: 4 }, 'sea-glass'],
  ['море-2', { rule: 'foreign', sign: 'м', place: 1 }, 'more-2'],
  ['seа', { rule: 'foreign', sign: 'а', place: 3 }, 'sea'],
  ['café', { rule: 'foreign', sign: 'é', place: 4 }, 'cafe'],
  ['sea_glass', { rule: 'sign', sign: '_', place: 4 }, 'sea-glass'],
  ['sea😀glass', { rule: 'sign', sign: '😀', place: 4 }, 'sea-glass'],
  ['signs-v2', { rule: 'version', ending: '-v2' }, 'signs'],
  ['!?', { rule: 'sign', sign: '!', place: 1 }, ''],
])(
  'says what is wrong with the name "%s", and what it would be if it were right',
  (name, problem, mended) => {
    expect(findNameProblem(name)).toEqual(problem);
    expect(mendName(name)).toBe(mended);
  },
);

it('offers only names that are right', () => {
  const long = `${'Щука '.repeat(12)}v3`;
  for (const name of [long, 'A-V2-v3', '--x--', `${'a'.repeat(39)} b`, 'Ünï çödé']) {
    expect(mendName(name).length).toBeLessThanOrEqual(40);
    expect(findNameProblem(mendName(name)), name).toBeNull();
  }
});

it.each([
  ['acmebag7', null, 'acmebag7'],
  ['ACME_bag', null, 'acme_bag'],
  ['acme bag', { rule: 'space', place: 5 }, 'acmebag'],
  ['сумка', { rule: 'foreign', sign: 'с', place: 1 }, 'sumka'],
  ['acme!', { rule: 'sign', sign: '!', place: 5 }, 'acme'],
  ['-acme', { rule: 'hyphenFirst' }, 'acme'],
  ['2026', { rule: 'noLetter' }, ''],
  ['a', { rule: 'short' }, ''],
])('says what is wrong with the trigger word "%s"', (word, problem, mended) => {
  expect(findTriggerProblem(word)).toEqual(problem);
  expect(mendTrigger(word)).toBe(mended);
});

it('draws a word that can be trained with', () => {
  expect(drawTriggerWord(() => 0)).toBe('user10000000');
  expect(drawTriggerWord(() => 0.999_999_999)).toBe('user99999999');
  expect(findTriggerProblem(drawTriggerWord())).toBeNull();
});
