'use client';

import { chooseLanguageAction } from '@act/auth/actions';
import { LanguageSwitch } from '@act/ui/primitives/language-switch';
import { useTransition } from 'react';

/** Keeps the choice with the person too, and shows the page anew. */
export function LanguageChoice() {
  const [, change] = useTransition();
  return <LanguageSwitch onChoose={(language) => change(() => chooseLanguageAction(language))} />;
}
