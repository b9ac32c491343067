import { z } from 'zod';
import { plainText } from './schema-parts.ts';
import type { Language } from './vocabulary.ts';

/** Messages that a brand words differently: for each language, texts by the flat key of the message. */
export type WordsSettings = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const mostWords = 500;

const keySchema = z
  .string()
  .max(120)
  .regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/, 'Use the key of a message, such as "home.title".');

const wordsSchema = z
  .record(keySchema, plainText(500))
  .refine((words) => Object.keys(words).length <= mostWords, {
    error: `Change at most ${mostWords} messages.`,
    params: { problem: 'has too many entries' },
  })
  .default(() => ({}));

export const wordsSettingsSchema = z.strictObject({ en: wordsSchema, ru: wordsSchema });
