import type { Language } from '@act/tenant-config';
import type { LanguageWords } from './language-words.ts';
import { wordsInEnglish } from './words-in-english.ts';
import { wordsInRussian } from './words-in-russian.ts';

export const noticeWords: Readonly<Record<Language, LanguageWords>> = {
  en: wordsInEnglish,
  ru: wordsInRussian,
};
