'use client';

import { useEffect } from 'react';

export interface PageWatchProps {
  /** The person and the brand for whom this page was rendered. */
  readonly personId: string;
  readonly brandId: string;
  /** The names of the cookies that say who and which it is now. */
  readonly cookies: { readonly person: string; readonly brand: string };
}

/**
 * Loads a page anew that shows somebody else's, or another brand's: one that the back button brought from the browser's
 * memory, or one in another tab while this person signed out or switched.
 */
export function PageWatch({ personId, brandId, cookies }: PageWatchProps) {
  useEffect(() => {
    const check = () => {
      if (document.visibilityState === 'hidden') return;
      const who = readCookie(cookies.person);
      const chosen = readCookie(cookies.brand);
      if (who !== personId || (chosen !== null && chosen !== brandId)) location.reload();
    };
    // A page that has just come from the server is right, and checking it could go round in circles.
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) check();
    };
    addEventListener('pageshow', onShow);
    addEventListener('focus', check);
    document.addEventListener('visibilitychange', check);
    return () => {
      removeEventListener('pageshow', onShow);
      removeEventListener('focus', check);
      document.removeEventListener('visibilitychange', check);
    };
  }, [personId, brandId, cookies.person, cookies.brand]);
  return null;
}

function readCookie(name: string): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1));
}
