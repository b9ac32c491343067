import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { LanguageChoice } from '../access/language-choice.tsx';
import { UnsubscribeForm } from '../notices/unsubscribe-form.tsx';
import type { PageQuery } from './page-query.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('unsubscribe'))('title'),
});

/** Where the foot of every mail leads, for people who may be signed in nowhere. */
export async function UnsubscribePage({ searchParams }: PageQuery) {
  const [{ token }, words] = await Promise.all([searchParams, getTranslations('unsubscribe')]);
  return (
    <AccessFrame title={words('title')} lead={words('lead')} corner={<LanguageChoice />}>
      <UnsubscribeForm token={typeof token === 'string' ? token : ''} />
    </AccessFrame>
  );
}
