import type { Language } from '@act/tenant-config';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { getAuthConfiguration } from '../configuration.ts';
import { chooseLanguage } from '../people/choose-language.ts';
import { nameCookies } from '../sessions/cookies.ts';
import { createServerSession } from '../sessions/server-session.ts';
import { getVisit } from './guards.ts';
import { readBrandLanguage } from './read-brand-language.ts';

/** The language of a page: as the person chose, then as the brand says, then as the browser asks. */
export const getLanguage = cache(async (): Promise<Language> => {
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(nameCookies(getAuthConfiguration().storefront).language)?.value;
  // A page that says that the auth server is away needs a language too.
  const visit = chosen ? null : await getVisit().catch(() => null);
  const viewer = visit?.state === 'inside' ? visit.viewer : null;
  return chooseLanguage({
    person: [chosen, visit && 'person' in visit ? visit.person.language : viewer?.person.language],
    brand: viewer && (await readBrandLanguage(await createServerSession(), viewer.brand.id)),
    browser: requestHeaders.get('accept-language'),
  });
});
