// A letter of two halves is not cut through, and a half that came alone is replaced: a database refuses it.

/** The beginning of a text. */
export const cutText = (text: string, length: number): string => {
  const isThrough = text.length > length && isFirstHalf(text, length - 1) && isSecondHalf(text, length);
  return text.slice(0, isThrough ? length - 1 : length).toWellFormed();
};

/** The end of a text. */
export const endOfText = (text: string, length: number): string => {
  const start = Math.max(0, text.length - length);
  const isThrough = isFirstHalf(text, start - 1) && isSecondHalf(text, start);
  return text.slice(isThrough ? start + 1 : start).toWellFormed();
};

const isFirstHalf = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isSecondHalf = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
