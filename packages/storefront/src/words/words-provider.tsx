'use client';

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import type { ReactNode } from 'react';

export interface WordsProviderProps {
  readonly words: AbstractIntlMessages;
  readonly children: ReactNode;
}

/** Adds words to those that the page around has. */
export function WordsProvider({ words, children }: WordsProviderProps) {
  const [around, locale] = [useMessages(), useLocale()];
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...around, ...words }}>
      {children}
    </NextIntlClientProvider>
  );
}
