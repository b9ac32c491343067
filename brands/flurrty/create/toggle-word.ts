const split = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Whether a word stands among those that commas part. */
export const hasWord = (text: string, word: string): boolean =>
  split(text).some((part) => isSame(part, word));

/** The text with the word at its end, or without it where it stands. */
export const toggleWord = (text: string, word: string): string =>
  hasWord(text, word)
    ? split(text)
        .filter((part) => !isSame(part, word))
        .join(', ')
    : [...split(text), word].join(', ');
