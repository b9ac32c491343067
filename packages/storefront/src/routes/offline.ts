import { getLocale, getTranslations } from 'next-intl/server';
import { offlinePage, offlinePolicy } from '../offline/offline-page.ts';

/** Kept by the service worker, and shown where no page can be had. It holds nothing of anybody. */
export async function GET(): Promise<Response> {
  const [language, words] = await Promise.all([getLocale(), getTranslations('pages')]);
  const page = offlinePage({ language, title: words('offlineTitle'), line: words('offlineLine') });
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': offlinePolicy,
      'cache-control': 'private, no-store',
    },
  });
}
