'use client';

import type { Language } from '@act/tenant-config';
import { useLocale } from 'next-intl';
import { useWords } from '../messages/use-words.ts';
import { rememberChoice } from './remember-choice.ts';
import { Segments } from './segments.tsx';

/** The cookie in which the choice is kept. */
export const languageCookie = 'language';

const names = [
  { value: 'en', label: 'English' },
  { value: 'ru', label: 'Русский' },
] satisfies { value: Language; label: string }[];

/** Languages are called by their own names, so that whoever is lost finds the way back. */
export function LanguageSwitch({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const words = useWords('language');
  const current = useLocale();
  return (
    <Segments
      label={words('label')}
      value={names.find(({ value }) => value === current)?.value ?? 'en'}
      segments={names}
      onChoose={(language) => {
        rememberChoice(languageCookie, language);
        onChoose(language);
      }}
    />
  );
}
