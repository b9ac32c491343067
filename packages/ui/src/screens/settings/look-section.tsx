'use client';

import type { ReactNode } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { type ThemeChoice, ThemeSwitch } from '../../primitives/theme-switch.tsx';
import { SettingsGroup } from './settings-group.tsx';

interface LookSectionProps {
  readonly theme: ThemeChoice | undefined;
  /** Keeps the language with the person, which is the storefront's to do. */
  readonly languageChoice: ReactNode;
}

/** How this person likes the studio. */
export function LookSection({ theme, languageChoice }: LookSectionProps) {
  const words = useWords('settings.look');
  return (
    <>
      <SettingsGroup title={words('language')} line={words('languageLine')}>
        {languageChoice}
      </SettingsGroup>
      <SettingsGroup title={words('theme')} line={words('themeLine')}>
        <ThemeSwitch value={theme} />
      </SettingsGroup>
    </>
  );
}
