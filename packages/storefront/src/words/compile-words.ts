import compile from 'icu-minify/compile';
import type { AbstractIntlMessages } from 'next-intl';

/**
 * Words as they are sent to a browser: already taken apart, so that nothing there has to read ICU's grammar. A text with
 * nothing in it to be put in stays a text.
 */
export const compileWords = (words: AbstractIntlMessages): AbstractIntlMessages =>
  Object.fromEntries(
    Object.entries(words).map(([name, entry]) => [
      name,
      typeof entry === 'string' ? compileText(entry) : compileWords(entry),
    ]),
  );

/** Cloned, because a page takes only objects that are made as usual. The types of next-intl speak of plain texts only. */
const compileText = (text: string) => structuredClone(compile(text)) as string;
