/** What stands for the trigger word in a prompt; the interface puts the word in its place. */
const triggerToken = '[brand]';

/**
 * Where the trigger word stands in what is asked for. `token`: in the place of `[brand]`; `written`: where somebody wrote
 * it; `front`: in front of the prompt, where the interface puts it by itself; `none`: nowhere, for the model has none.
 */
export type TriggerPlace = 'token' | 'written' | 'front' | 'none';

export const placeOfTrigger = (prompt: string, triggerWord: string | null): TriggerPlace => {
  if (triggerWord === null) return 'none';
  if (tokenPattern().test(prompt)) return 'token';
  return wordPattern(triggerWord).test(prompt) ? 'written' : 'front';
};

/** Whether `[brand]` is written, which a model without a trigger word has nothing to put in the place of. */
export const hasToken = (prompt: string): boolean => tokenPattern().test(prompt);

/** The prompt with `[brand]` in it, or without the trigger wherever it is written. */
export const toggleTrigger = (prompt: string, triggerWord: string): string => {
  if (placeOfTrigger(prompt, triggerWord) === 'front') return `${triggerToken} ${prompt}`.trimEnd();
  return prompt
    .replace(tokenPattern(), '')
    .replace(wordPattern(triggerWord), '')
    .replace(/ {2,}/g, ' ')
    .trim();
};

// As the interface reads them: the token in any case, and a word that is no part of another one.
const tokenPattern = () => /\[\s*brand1?\s*\]/gi;
const wordPattern = (word: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_])${word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{M}\\p{N}_])`,
    'giu',
  );
