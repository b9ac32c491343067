import { getAuthConfiguration } from '@act/auth';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StorefrontTheme } from '../look/brand-theme.tsx';

export interface AccessLayoutProps {
  readonly children: ReactNode;
  /** The storefront's own picture, behind its words. */
  readonly art?: ReactNode;
  /** Its picture for narrow windows, at the right of the strip that is left of the panel. */
  readonly strip?: ReactNode;
  /** Colours of the panel: its ground, its text, its border. */
  readonly panelClassName?: string;
}

/** Around every page on which nobody is in a brand yet: whose storefront this is, and what it is for. */
export async function AccessLayout({
  children,
  art,
  strip,
  panelClassName = 'border-line bg-sunken text-text',
}: AccessLayoutProps) {
  const words = await getTranslations('storefront');
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:grid-rows-1">
      <StorefrontTheme />
      <div
        className={`relative flex flex-col justify-between gap-6 overflow-hidden px-5 py-5 max-lg:border-b sm:px-8 lg:border-r lg:px-12 lg:py-12 ${panelClassName}`}
      >
        <p className="relative font-display font-semibold text-md tracking-tight">
          {getAuthConfiguration().brand.name}
        </p>
        {art && <div className="absolute inset-0 hidden lg:block">{art}</div>}
        {strip && <div className="absolute inset-y-0 right-0 lg:hidden">{strip}</div>}
        <p className="relative hidden max-w-[22ch] text-balance font-display font-medium text-xl lg:block">
          {words('pitch')}
        </p>
      </div>
      {children}
    </div>
  );
}
