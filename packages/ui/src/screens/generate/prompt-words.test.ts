import { expect, it } from 'vitest';
import { hasTrigger, toggleTrigger } from './prompt-words.ts';

it.each([
  ['a shop at dusk', null, '[brand] a shop at dusk'],
  ['', 'user4258', '[brand]'],
  ['photo of [brand] shop', 'user4258', 'photo of shop'],
  ['user4258 in the rain', 'user4258', 'in the rain'],
  ['[brand] and user4258', 'user4258', 'and'],
])('turns the trigger on or off in "%s"', (prompt, triggerWord, expected) => {
  expect(toggleTrigger(prompt, triggerWord)).toBe(expected);
});

it('comes back to the same prompt', () => {
  const prompt = 'a shop at dusk';
  expect(toggleTrigger(toggleTrigger(prompt, 'user4258'), 'user4258')).toBe(prompt);
  expect(hasTrigger(toggleTrigger(prompt, null), null)).toBe(true);
});
