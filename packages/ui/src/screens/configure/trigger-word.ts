import { toLatinLetters } from './latin-letters.ts';

/** What is wrong with a trigger word, and at which place, counted from one. */
export type TriggerProblem =
  | { readonly rule: 'foreign' | 'sign'; readonly sign: string; readonly place: number }
  | { readonly rule: 'space'; readonly place: number }
  | { readonly rule: 'short' | 'noLetter' | 'hyphenFirst' };

export const longestTrigger = 64;

/** The first thing that is wrong with the word; null where it can be trained with. Words of every day are not known here. */
export const findTriggerProblem = (word: string): TriggerProblem | null => {
  const signs = [...word];
  const at = signs.findIndex((sign) => !/^[A-Za-z0-9_-]$/.test(sign));
  const sign = signs[at];
  if (sign !== undefined) {
    if (/^\s$/.test(sign)) return { rule: 'space', place: at + 1 };
    return { rule: /^[\p{L}\p{M}]$/u.test(sign) ? 'foreign' : 'sign', sign, place: at + 1 };
  }
  if (/^[_-]/.test(word)) return { rule: 'hyphenFirst' };
  if (!/[A-Za-z]/.test(word)) return { rule: 'noLetter' };
  return word.length < 2 ? { rule: 'short' } : null;
};

/** The word as it would be right; empty where that is for a person to say. */
export const mendTrigger = (word: string): string => {
  const mended = toLatinLetters(word)
    .replace(/[^a-z0-9_-]+/g, '')
    .replace(/^[_-]+/, '')
    .slice(0, longestTrigger);
  return findTriggerProblem(mended) === null ? mended : '';
};

const lowestNumber = 10_000_000;
const numbers = 90_000_000;

/** A word that means nothing to anybody, such as `user42585527`, for whoever writes none. */
export const drawTriggerWord = (random: () => number = Math.random): string =>
  `user${lowestNumber + Math.floor(random() * numbers)}`;
