/** What stands for the trigger word in a prompt; the interface puts the word in its place, once. */
const triggerToken = '[brand]';

export const hasTrigger = (prompt: string, triggerWord: string | null) =>
  prompt.includes(triggerToken) || (triggerWord !== null && prompt.includes(triggerWord));

/** The prompt with the trigger in front, or without it wherever it stands. */
export const toggleTrigger = (prompt: string, triggerWord: string | null): string => {
  if (!hasTrigger(prompt, triggerWord)) return `${triggerToken} ${prompt}`.trimEnd();
  return [triggerToken, triggerWord ?? triggerToken]
    .reduce((text, word) => text.replaceAll(word, ''), prompt)
    .replace(/ {2,}/g, ' ')
    .trim();
};
