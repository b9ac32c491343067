import { expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const nothing = { person: [], brand: null, browser: null };

it('goes by the person, then by the brand, then by the browser', () => {
  expect(chooseLanguage({ person: [null, 'ru'], brand: 'en', browser: 'en' })).toBe('ru');
  expect(chooseLanguage({ person: [null], brand: 'ru', browser: 'en' })).toBe('ru');
  expect(chooseLanguage({ person: ['xx'], brand: null, browser: 'ru-RU,ru;q=0.9,en;q=0.8' })).toBe('ru');
  expect(chooseLanguage(nothing)).toBe('en');
});

it.each([
  ['de-DE, ru;q=0.5, en;q=0.7', 'en'],
  ['en;q=0, ru;q=0.1', 'ru'],
  ['RU', 'ru'],
  ['fr', 'en'],
  [';;;,=', 'en'],
])('reads %j as %s', (browser, language) => {
  expect(chooseLanguage({ ...nothing, browser })).toBe(language);
});
