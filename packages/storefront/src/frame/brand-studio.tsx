'use client';

import { type BrowserSessionSettings, readAccessToken } from '@act/auth/browser';
import { Studio, type StudioBrand } from '@act/ui/screens/studio';
import { type ReactNode, useCallback } from 'react';

export interface BrandStudioProps {
  readonly brand: StudioBrand;
  readonly personId: string;
  readonly isSimulated: boolean;
  readonly session: BrowserSessionSettings;
  readonly children: ReactNode;
}

/** What the screens work with: the brand, the interface, and the person's own token for large uploads. */
export function BrandStudio({ brand, personId, isSimulated, session, children }: BrandStudioProps) {
  const { url, publishableKey, cookieName } = session;
  const getAccessToken = useCallback(
    () => readAccessToken({ url, publishableKey, cookieName }),
    [url, publishableKey, cookieName],
  );
  return (
    <Studio brand={brand} personId={personId} isSimulated={isSimulated} getAccessToken={getAccessToken}>
      {children}
    </Studio>
  );
}
