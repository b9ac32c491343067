import { loadAuthSettings } from '@act/auth';
import { requestResetAction } from '@act/auth/actions';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { BackLink } from '../access/back-link.tsx';
import { LanguageChoice } from '../access/language-choice.tsx';
import { MailForm } from '../access/mail-form.tsx';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('resetTitle'),
});

export async function ResetPage() {
  const words = await getTranslations('access');
  return (
    <AccessFrame title={words('resetTitle')} lead={words('resetLead')} corner={<LanguageChoice />}>
      <MailForm action={requestResetAction} label={words('reset')} outboxUrl={loadAuthSettings().outboxUrl} />
      <BackLink />
    </AccessFrame>
  );
}
