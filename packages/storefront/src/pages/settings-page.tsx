import { requireViewer } from '@act/auth';
import { SettingsScreen } from '@act/ui/screens/settings/settings-screen';
import { cookies } from 'next/headers';
import type { ComponentProps } from 'react';
import { LanguageChoice } from '../access/language-choice.tsx';
import { LeaveButton } from '../access/leave-button.tsx';
import { SignOutButton } from '../access/sign-out-button.tsx';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { loadStorefrontSettings } from '../load-setting.ts';
import { readThemeChoice } from '../look/kept-choices.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';
import type { PageQuery } from './page-query.ts';

type Props = ComponentProps<typeof SettingsScreen>;

export const generateMetadata = () => titleOf('settings');

export async function SettingsPage({ searchParams }: PageQuery) {
  const [{ brand }, { section }, jar] = await Promise.all([requireViewer(), searchParams, cookies()]);
  const policy = await readFirst<Props['firstPolicy']>('/brand/settings', { brandId: brand.id });
  return (
    <ScreenWords of="settings">
      <SettingsScreen
        asked={typeof section === 'string' ? section : undefined}
        firstPolicy={policy}
        theme={readThemeChoice(jar)}
        languageChoice={<LanguageChoice />}
        pushKey={loadStorefrontSettings().pushKey}
        signOutEverywhere={<SignOutButton everywhere />}
        leave={<LeaveButton />}
      />
    </ScreenWords>
  );
}
