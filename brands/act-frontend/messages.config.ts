import { getLanguage } from '@act/auth';
import { loadMessages } from '@act/ui/messages/load-messages';
import { getRequestConfig } from 'next-intl/server';

/** The words of a page, in the language of whoever looks at it. */
export default getRequestConfig(async () => {
  const locale = await getLanguage();
  const [shared, { default: own }] = await Promise.all([
    loadMessages(locale),
    import(`./messages/${locale}.json`),
  ]);
  return { locale, messages: { ...shared, ...own }, timeZone: 'UTC' };
});
