import type { AbstractIntlMessages } from 'next-intl';

/** Words with others in their place, text by text: whoever words one thing otherwise names that one only. */
export function overlayWords(words: AbstractIntlMessages, own: AbstractIntlMessages): AbstractIntlMessages {
  const merged = { ...words };
  for (const [name, entry] of Object.entries(own)) {
    const group = merged[name];
    const areGroups = typeof entry === 'object' && typeof group === 'object';
    merged[name] = areGroups ? overlayWords(group, entry) : entry;
  }
  return merged;
}
