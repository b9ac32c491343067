import { expect, it } from 'vitest';
import { hasToken, placeOfTrigger, toggleTrigger } from './prompt-words.ts';

it.each([
  ['photo of [brand] shop', 'token'],
  ['photo of [ Brand ] shop', 'token'],
  ['a user4258, in the rain', 'written'],
  ['USER4258 in the rain', 'written'],
  // A part of another word calls nothing up.
  ['user42587 in the rain', 'front'],
  ['a shop at dusk', 'front'],
  ['', 'front'],
])('knows where the trigger word of "%s" will stand: %s', (prompt, place) => {
  expect(placeOfTrigger(prompt, 'user4258')).toBe(place);
});

it('claims nothing of a trigger word for a model that has none', () => {
  expect(placeOfTrigger('photo of [brand]', null)).toBe('none');
  expect([hasToken('photo of [brand]'), hasToken('photo of a shop')]).toEqual([true, false]);
});

it.each([
  ['a shop at dusk', '[brand] a shop at dusk'],
  ['', '[brand]'],
  ['photo of [brand] shop', 'photo of shop'],
  ['user4258 in the rain', 'in the rain'],
  ['[brand] and user4258', 'and'],
])('turns "%s" into "%s"', (prompt, expected) => {
  expect(toggleTrigger(prompt, 'user4258')).toBe(expected);
});

it('comes back to the same prompt', () => {
  const prompt = 'a shop at dusk';
  expect(toggleTrigger(toggleTrigger(prompt, 'user4258'), 'user4258')).toBe(prompt);
  expect(placeOfTrigger(toggleTrigger(prompt, 'user4258'), 'user4258')).toBe('token');
});
