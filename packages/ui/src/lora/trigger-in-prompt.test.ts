import { expect, it } from 'vitest';
import { withTriggerWord } from './trigger-in-prompt.ts';

it.each([
  ['', 'acmebag7, '],
  ['a bag on a table', 'acmebag7, a bag on a table'],
  ['photo of [brand] on a table', 'photo of acmebag7 on a table'],
  ['[brand] beside [ Brand ]', 'acmebag7 beside '],
  ['photo of acmebag7', 'photo of acmebag7'],
  ['photo of ACMEBAG7', 'photo of ACMEBAG7'],
  // A part of another word calls nothing up.
  ['acmebag72 on a table', 'acmebag7, acmebag72 on a table'],
])('puts the trigger word into "%s"', (prompt, expected) => {
  expect(withTriggerWord(prompt, 'acmebag7', null)).toBe(expected);
});

it.each(['', 'a bag on a table', 'photo of [brand]', 'acmebag7 by a window'])(
  'never doubles it, however often a LoRA is chosen: "%s"',
  (prompt) => {
    const once = withTriggerWord(prompt, 'acmebag7', null);
    expect(withTriggerWord(once, 'acmebag7', 'acmebag7')).toBe(once);
    expect(withTriggerWord(once, 'acmebag7', null)).toBe(once);
    expect(once.match(/acmebag7/g)).toHaveLength(1);
  },
);

it('takes the word of the LoRA before out again', () => {
  expect(withTriggerWord('acmebag7, on a table', 'inkwash9', 'acmebag7')).toBe('inkwash9, on a table');
  expect(withTriggerWord('on a table', 'inkwash9', 'acmebag7')).toBe('inkwash9, on a table');
  expect(withTriggerWord('acmebag7, on a table', null, 'acmebag7')).toBe('on a table');
});
