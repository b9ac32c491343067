import { getAuthConfiguration, getVisit, loadAuthSettings } from '@act/auth';
import { requestSignUpAction } from '@act/auth/actions';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { BackLink } from '../access/back-link.tsx';
import { LanguageChoice } from '../access/language-choice.tsx';
import { MailForm } from '../access/mail-form.tsx';
import type { PageQuery } from './page-query.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('signUpTitle'),
});

export async function SignUpPage({ searchParams }: PageQuery) {
  const [{ invitation }, words] = await Promise.all([searchParams, getTranslations('access')]);
  const { outboxUrl } = loadAuthSettings();
  const { brand } = getAuthConfiguration();
  const code = typeof invitation === 'string' ? invitation : '';
  // Whoever is signed in needs no account any more.
  if ((await getVisit()).state !== 'signedOut')
    redirect(code ? `/welcome?invitation=${encodeURIComponent(code)}` : '/');
  const isByInvitation = !brand.settings.signUp.open && !code;
  return (
    <AccessFrame
      title={words('signUpTitle')}
      lead={isByInvitation ? words('signUpByInvitation', { brand: brand.name }) : words('signUpLead')}
      corner={<LanguageChoice />}
    >
      {!isByInvitation && (
        <MailForm
          action={requestSignUpAction}
          label={words('signUp')}
          outboxUrl={outboxUrl}
          invitation={code}
        />
      )}
      <BackLink next={code ? `/welcome?invitation=${code}` : '/'} />
    </AccessFrame>
  );
}
