import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { BackLink } from '../access/back-link.tsx';
import { LanguageChoice } from '../access/language-choice.tsx';
import { PasswordForm } from '../access/password-form.tsx';
import type { PageQuery } from './page-query.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('choosePasswordTitle'),
});

/** Where the links of mails lead. */
export async function PasswordPage({ searchParams }: PageQuery) {
  const [query, words] = await Promise.all([searchParams, getTranslations('access')]);
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');
  return (
    <AccessFrame
      title={words('choosePasswordTitle')}
      lead={words('choosePasswordLead')}
      corner={<LanguageChoice />}
    >
      <PasswordForm tokenHash={text(query.token_hash)} type={text(query.type)} />
      <BackLink />
    </AccessFrame>
  );
}
