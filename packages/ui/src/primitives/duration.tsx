'use client';

import { useLocale } from 'next-intl';
import { formatDuration } from '../format/duration.ts';

export function Duration({ seconds }: { readonly seconds: number }) {
  return (
    <time dateTime={`PT${Math.max(0, Math.round(seconds))}S`} className="figures whitespace-nowrap">
      {formatDuration(useLocale(), seconds)}
    </time>
  );
}
