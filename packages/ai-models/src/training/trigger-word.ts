import { z } from 'zod';

/** Words that the base models know well: training would bend them for every prompt. */
const everydayWords = new Set(
  (
    'a an and animal art artwork baby background bag beautiful black blue boy brand building business car cartoon cat ' +
    'character child city client color colour company cute dark day design dog drawing face family fashion female ' +
    'film food fox friend furry girl green hair hand head home house human illustration image kid lady landscape ' +
    'light logo male man me men model my name nature new night object of old our painting paper people person pet ' +
    'phone photo photograph photography picture portrait product red room selfie shoe sky style subject sunset ' +
    'team the thing token tree trigger user water white with woman women word work world you'
  ).split(' '),
);

/** A word of a person's own: one that means nothing to the base model yet. */
const ownTriggerWordSchema = z
  .string('Use a word of your own, such as "acmebag7".')
  // The database has a rule like it; brackets are left to placeholders, which trainers fill in.
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/,
    'Use 2 to 64 Latin letters, digits, hyphens and underscores, and begin with a letter or a digit.',
  )
  .regex(/[A-Za-z]/, 'Use at least one letter.')
  .refine((word) => !everydayWords.has(word.toLowerCase()), {
    error:
      'Use a word that means nothing yet, such as "acmebag7": an everyday one would change in every prompt.',
  });

/** What a caller may pass: a word, or nothing and `[brand]` for "make one", which both become null. */
export const triggerWordSchema = z
  .preprocess((value) => (isPlaceholder(value) ? null : value), ownTriggerWordSchema.nullable())
  .default(null);

const isPlaceholder = (value: unknown) =>
  value === null || (typeof value === 'string' && /^(?:\[\s*brand\s*\])?$/i.test(value.trim()));

/** The word that a row holds, or null where one is to be made: rows may have been written without this library. */
export const readTriggerWord = (stored: string | null): string | null =>
  triggerWordSchema.safeParse(stored).data ?? null;

/** What a word is drawn from. */
export interface MakeTriggerWordOptions {
  /** The brand that the word is for. */
  brandId: string;
  /** 0 to 1, like `Math.random`. */
  random: () => number;
}

const lowestNumber = 10_000_000;
const numbers = 90_000_000;

/** A word that means nothing to anybody, such as `user42585527`; the brand may use it already. */
export function makeTriggerWord({ brandId, random }: MakeTriggerWordOptions): string {
  // Two brands get different words even from generators that began alike.
  const drawn = (numberOf(brandId) + Math.floor(random() * numbers)) % numbers;
  return `user${lowestNumber + drawn}`;
}

const numberOf = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % numbers, 0);

/** Puts the trigger word where `[brand]` stands, in any case. */
const expandBrandWord = (text: string, triggerWord: string): string =>
  text.replace(/\[\s*brand\s*\]/gi, () => triggerWord);

/** Whether the word stands in the text by itself: in any case, beside any punctuation, but not inside of another word. */
export const hasWord = (text: string, word: string): boolean => wordPattern(word).test(text);

/** Writes the word as it is meant wherever it stands in another case, and once where it stands twice in a row. */
export function unifyWord(text: string, word: string): string {
  const unified = text.replace(wordPattern(word), () => word);
  const escaped = escapePattern(word);
  return unified.replace(
    new RegExp(`${notInWord.before}${escaped}(?:[\\s,]+${escaped})+${notInWord.after}`, 'gu'),
    () => word,
  );
}

/** What a caption is made of. */
export interface CaptionForOptions {
  /** As people wrote it; null where nobody did. */
  caption: string | null;
  /** What `[brand]` becomes; empty for none. */
  triggerWord: string;
}

/** The caption as a trainer gets it: one line with the trigger word in it, once. */
export function captionFor({ caption, triggerWord }: CaptionForOptions): string {
  const line = (caption ?? '')
    .normalize('NFC')
    // Invisible characters could split the word, or turn the line around.
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (triggerWord === '') return line;
  const text = unifyWord(expandBrandWord(line, triggerWord), triggerWord);
  if (text === '') return triggerWord;
  return hasWord(text, triggerWord) ? text : `${triggerWord}, ${text}`;
}

// A word ends where neither a letter, a mark, a digit nor an underscore of any script follows.
const notInWord = { before: String.raw`(?<![\p{L}\p{M}\p{N}_])`, after: String.raw`(?![\p{L}\p{M}\p{N}_])` };

const wordPattern = (word: string) =>
  new RegExp(`${notInWord.before}${escapePattern(word)}${notInWord.after}`, 'giu');

/** Hyphens need no escape, and may not have one, outside of a class. */
const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
