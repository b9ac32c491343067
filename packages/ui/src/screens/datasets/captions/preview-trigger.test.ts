import { expect, it } from 'vitest';
import { previewTrigger } from './preview-trigger.ts';

const written = (caption: string) =>
  previewTrigger(caption, 'acmebag7')
    .map(({ text, isTrigger }) => (isTrigger ? `<${text}>` : text))
    .join('');

it.each([
  ['photo of [brand] on a table', 'photo of <acmebag7> on a table'],
  ['photo of [ Brand ], red', 'photo of <acmebag7>, red'],
  ['a table', '<acmebag7>, a table'],
  ['', '<acmebag7>'],
  ['an ACMEBAG7 on a table', 'an <acmebag7> on a table'],
  ['an acmebag77', '<acmebag7>, an acmebag77'],
  [' [brand]\n and [brand] ', '<acmebag7> and <acmebag7>'],
])('shows how it lands in "%s"', (caption, expected) => {
  expect(written(caption)).toBe(expected);
});
