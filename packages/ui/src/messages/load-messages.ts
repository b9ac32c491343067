import type { BrandSettings, Language } from '@act/tenant-config';
import type { Messages } from './use-words.ts';

const sources: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).english,
  ru: async () => (await import('./ru.ts')).russian,
};

/** All texts of this package in one language, with those that a brand words differently in their place. */
export const loadMessages = async (language: Language, words?: BrandSettings['words']): Promise<Messages> => {
  const messages = await sources[language]();
  return reword(messages, words?.[language] ?? {});
};

/** Keys that this package does not have are a storefront's own, and left to it. */
const reword = (messages: Messages, words: Readonly<Record<string, string>>): Messages => {
  const copy = structuredClone(messages);
  for (const [key, text] of Object.entries(words)) replaceText(copy, key.split('.'), text);
  return copy;
};

const replaceText = (group: object, [name = '', ...rest]: readonly string[], text: string): void => {
  const entry = Object.hasOwn(group, name) ? Reflect.get(group, name) : undefined;
  if (rest.length > 0 && typeof entry === 'object' && entry !== null) replaceText(entry, rest, text);
  else if (rest.length === 0 && typeof entry === 'string') Reflect.set(group, name, text);
};
