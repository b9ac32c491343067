'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatRelativeTime } from '../format/relative-time.ts';
import { useIsHydrated } from './use-is-hydrated.ts';

/** How long ago, kept true while the page is open; the exact time is one rest of the pointer away. */
export function RelativeTime({ at }: { readonly at: string }) {
  const language = useLocale();
  const isHydrated = useIsHydrated();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(at);
  return (
    <time
      dateTime={at}
      // In the zone of whoever reads it, which a server does not know.
      title={
        isHydrated ? date.toLocaleString(language, { dateStyle: 'long', timeStyle: 'medium' }) : undefined
      }
      // The server's clock and words may differ by a moment.
      suppressHydrationWarning
      className="figures whitespace-nowrap"
    >
      {formatRelativeTime(language, date, now)}
    </time>
  );
}
