import { findOnlyBrandId, getVisit, listDemoPeople, loadAuthSettings, toSafePath } from '@act/auth';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { DemoPeople } from '../access/demo-people.tsx';
import { groupDemoPeople } from '../access/group-demo-people.ts';
import { LanguageChoice } from '../access/language-choice.tsx';
import { SignInForm } from '../access/sign-in-form.tsx';
import type { PageQuery } from './page-query.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('signInTitle'),
});

export async function SignInPage({ searchParams }: PageQuery) {
  const [query, words] = await Promise.all([searchParams, getTranslations('access')]);
  const next = toSafePath(query.next);
  if ((await getVisit()).state !== 'signedOut') redirect(next);
  const settings = loadAuthSettings();
  const groups = groupDemoPeople(await listDemoPeople(settings), findOnlyBrandId(), {
    several: words('demoSeveral'),
    nobody: words('demoNobody'),
  });
  return (
    <AccessFrame
      title={words('signInTitle')}
      corner={<LanguageChoice />}
      aside={groups.length > 0 && <DemoPeople groups={groups} next={next} outboxUrl={settings.outboxUrl} />}
    >
      <SignInForm next={next} />
      <p className="mt-4 text-muted text-sm">
        {words('newHere')}{' '}
        <Link href="/sign-up" className="text-text underline decoration-edge underline-offset-2">
          {words('toSignUp')}
        </Link>
      </p>
    </AccessFrame>
  );
}
