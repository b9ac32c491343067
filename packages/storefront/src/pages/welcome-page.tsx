import { getAuthConfiguration, getVisit, openOwnCookies } from '@act/auth';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { JoinForm } from '../access/join-form.tsx';
import { LanguageChoice } from '../access/language-choice.tsx';
import { SignOutButton } from '../access/sign-out-button.tsx';
import type { PageQuery } from './page-query.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('welcomeTitle'),
});

/** For people who have an account and no brand yet, and for those who come with an invitation to a further one. */
export async function WelcomePage({ searchParams }: PageQuery) {
  const [query, words, visit, cookies] = await Promise.all([
    searchParams,
    getTranslations('access'),
    getVisit(),
    openOwnCookies(),
  ]);
  const code = typeof query.invitation === 'string' ? query.invitation : (cookies.get('invitation') ?? '');
  if (visit.state === 'signedOut')
    redirect(`/sign-in?next=${encodeURIComponent(`/welcome?invitation=${code}`)}`);
  if (visit.state !== 'withoutBrand' && !code) redirect('/');
  const { brand } = getAuthConfiguration();
  return (
    <AccessFrame
      title={words('welcomeTitle')}
      lead={words(code ? 'invitedLead' : 'welcomeLead')}
      corner={<LanguageChoice />}
    >
      <JoinForm invitation={code} openBrand={brand.settings.signUp.open && !code ? brand.name : null} />
      <SignOutButton className="mt-4 w-full" />
    </AccessFrame>
  );
}
