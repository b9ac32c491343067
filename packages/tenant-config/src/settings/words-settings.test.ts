import { expect, it } from 'vitest';
import { parseBrandSettings } from './brand-settings.ts';

const parse = (words: unknown) => parseBrandSettings({ words }, { brandId: 'acme' }).words;

it('keeps texts of both languages', () => {
  const words = { en: { 'home.title': 'Studio' }, ru: { 'home.title': 'Студия' } };
  expect(parse(words)).toEqual(words);
});

it.each([['Home'], ['home..title'], ['home.'], ['home title'], ['__proto__x'], ['']])(
  'refuses the key %j',
  (key) => {
    expect(() => parse({ en: { [key]: 'Studio' } })).toThrow(
      /Use the key of a message, such as "home\.title"/,
    );
  },
);

it.each([
  ['a\u0000b', /without control characters/],
  ['a\u2028b', /without control characters/],
  ['x'.repeat(501), /is too long\. Use at most 500/],
  ['', /is too short/],
  [5, /is 5\. Use a text/],
])('refuses the text %j', (text, message) => {
  expect(() => parse({ ru: { title: text } })).toThrow(message);
});

it('refuses more messages than the product has', () => {
  const words = (count: number) => ({
    en: Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'text'])),
  });
  expect(Object.keys(parse(words(500)).en)).toHaveLength(500);
  expect(() => parse(words(501))).toThrow(/words\.en has too many entries/);
});

it('refuses a language that the product does not speak', () => {
  expect(() => parse({ de: {} })).toThrow(/words\.de is not known here/);
});
