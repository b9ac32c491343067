import { placeOfTrigger, toggleTrigger } from '../screens/generate/prompt-words.ts';

/**
 * A prompt in which the word of the chosen LoRA stands once, and that of the one before no more. Where `[brand]` stands
 * for it, the word takes its place; where it is written already, nothing is added.
 */
export const withTriggerWord = (prompt: string, word: string | null, before: string | null): string => {
  const cleared = before && before !== word ? withoutTriggerWord(prompt, before) : prompt;
  if (word === null) return cleared;
  const place = placeOfTrigger(cleared, word);
  if (place === 'written') return cleared;
  const rest = place === 'token' ? cleared : `[brand], ${cleared}`;
  return placeWord(rest, word);
};

const withoutTriggerWord = (prompt: string, word: string): string =>
  placeOfTrigger(prompt, word) === 'front' ? prompt : toggleTrigger(prompt, word).replace(/^[\s,]+/, '');

/** The word in the place of the first token; further ones would double it. */
const placeWord = (prompt: string, word: string): string => {
  let isPlaced = false;
  return prompt
    .replace(/\[\s*brand1?\s*\]/gi, () => {
      const written = isPlaced ? '' : word;
      isPlaced = true;
      return written;
    })
    .replace(/ {2,}/g, ' ');
};
