import { getAuthConfiguration } from '@act/auth';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readThemeChoice } from '../look/kept-choices.ts';
import { OfflineWatch } from '../offline/offline-watch.tsx';
import { isEverywhere } from '../words/screen-words.ts';

export function generateMetadata(): Metadata {
  const { name } = getAuthConfiguration().brand;
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false } };
}

export const viewport: Viewport = { viewportFit: 'cover' };

export async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, jar] = await Promise.all([getLocale(), getMessages(), cookies()]);
  const theme = readThemeChoice(jar);
  const words = Object.fromEntries(Object.entries(messages).filter(([name]) => isEverywhere(name)));
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>
        <OfflineWatch />
      </body>
    </html>
  );
}
