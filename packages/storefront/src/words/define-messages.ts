import { getLanguage } from '@act/auth';
import type { Language } from '@act/tenant-config';
import { loadMessages } from '@act/ui/messages/load-messages';
import type { AbstractIntlMessages } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { compileWords } from './compile-words.ts';
import { overlayWords } from './overlay-words.ts';

const sources: Record<Language, () => Promise<{ default: AbstractIntlMessages }>> = {
  en: () => import('../../messages/en.json'),
  ru: () => import('../../messages/ru.json'),
};

/** A storefront's own file of words, in one language. */
export type OwnWords = (language: Language) => Promise<{ default: AbstractIntlMessages }>;

/** The words of a page, in the language of whoever looks at it. What a storefront words itself stands in place of ours. */
export function defineMessages(loadOwn: OwnWords) {
  const load = async (language: Language) => {
    const [screens, { default: shared }, { default: own }] = await Promise.all([
      loadMessages(language),
      sources[language](),
      loadOwn(language),
    ]);
    return compileWords(overlayWords({ ...screens, ...shared }, own));
  };
  const loaded = new Map<Language, ReturnType<typeof load>>();
  return getRequestConfig(async () => {
    const locale = await getLanguage();
    const messages = loaded.get(locale) ?? load(locale);
    loaded.set(locale, messages);
    return { locale, messages: await messages, timeZone: 'UTC' };
  });
}
