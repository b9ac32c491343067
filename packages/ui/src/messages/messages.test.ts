import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { readMessage } from '../testing/read-message.ts';
import { english } from './en.ts';
import { loadMessages } from './load-messages.ts';
import { russian } from './ru.ts';

type Texts = ReadonlyMap<string, string>;

const flatten = (group: object, prefix = ''): [string, string][] =>
  Object.entries(group).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );

const [en, ru]: [Texts, Texts] = [new Map(flatten(english)), new Map(flatten(russian))];
const languages = [
  ['en', en, english],
  ['ru', ru, russian],
] as const;

const names = (message: string) => [...new Set(readMessage(message).map(({ name }) => name))].sort();

it('says everything in both languages, in the same order', () => {
  expect([...ru.keys()]).toEqual([...en.keys()]);
});

it('gives both languages the same arguments', () => {
  for (const [key, text] of en) expect(names(ru.get(key) ?? ''), key).toEqual(names(text));
});

it.each(languages)('has words in %s for every kind of number', (language, texts) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const [key, text] of texts) {
    for (const { kind, cases } of readMessage(text).filter((argument) => argument.kind === 'plural')) {
      expect(kind && cases, key).toEqual(expect.arrayContaining(needed));
    }
  }
});

it.each(languages)('can be written in %s with any number', (language, texts, messages) => {
  const translate = createTranslator({
    locale: language,
    messages,
    onError: (error) => {
      throw error;
    },
  });
  for (const [key, text] of texts) {
    for (const number of [0, 1, 2, 5, 21, 1.5]) {
      const values = Object.fromEntries(names(text).map((name) => [name, number]));
      const written = Reflect.apply(translate, null, [key, values]);
      expect(written, key).toBeTypeOf('string');
      expect(written, key).not.toMatch(/[{}]/);
    }
  }
});

it('is written in the letters of its language', () => {
  // Names stay as they are, and prompts are for models, which read English.
  const isForeign = (key: string) => key.startsWith('bases.') || /^generate\.templates\.\w+\.text$/.test(key);
  for (const [key, text] of ru) {
    const words = text.replace(/\{\w+(, number)?\}/g, '');
    if (/\p{L}{4,}/u.test(words) && !isForeign(key)) expect(words, key).toMatch(/\p{Script=Cyrillic}/u);
  }
});

it('has only keys that a brand may name', () => {
  for (const key of en.keys()) expect(key).toMatch(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/);
});

it('makes no noise', () => {
  for (const [, texts] of languages)
    for (const [key, text] of texts) expect(text, key).not.toMatch(/!|\p{Extended_Pictographic}/u);
});

it('lets a brand word a message differently, and nothing else', async () => {
  const words = {
    en: { 'frame.places.models': 'My LoRAs', 'frame.places': 'x', 'home.title': 'y', 'a.constructor': 'z' },
    ru: {},
  };
  const messages = await loadMessages('en', words);
  expect(messages).toEqual({
    ...english,
    frame: { ...english.frame, places: { ...english.frame.places, models: 'My LoRAs' } },
  });
  expect(english.frame.places.models).toBe('Models');
});
