import './storefront.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { brand } from '../brand.config.ts';
import { readThemeChoice } from '../look/kept-choices.ts';
import { OfflineWatch } from '../offline/offline-watch.tsx';

export const metadata: Metadata = {
  title: { default: brand.name, template: `%s · ${brand.name}` },
  robots: { index: false },
};

export const viewport: Viewport = { viewportFit: 'cover' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()]);
  const theme = readThemeChoice(jar);
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
        <OfflineWatch />
      </body>
    </html>
  );
}
