'use client';

import { Check, ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';

const good = ['face', 'light', 'different', 'expressions'] as const;
const bad = ['company', 'sunglasses', 'filters', 'far'] as const;

/** What makes a good selfie; open until there are some. */
export function SelfieAdvice({ isOpen }: { readonly isOpen: boolean }) {
  const words = useTranslations('sselfie.advice');
  return (
    <details open={isOpen} className="group border-line border-y py-1">
      <summary className="flex min-h-control list-none items-center justify-between gap-3 font-display font-medium text-md [&::-webkit-details-marker]:hidden">
        {words('title')}
        <ChevronDown
          aria-hidden
          size={18}
          className="text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-x-8 gap-y-4 pt-1 pb-4 sm:grid-cols-2">
        <ul aria-label={words('good')} className="flex flex-col gap-2">
          {good.map((one) => (
            <li key={one} className="flex gap-2.5">
              <Check aria-hidden size={16} strokeWidth={2.5} className="mt-0.5 shrink-0 text-good" />
              {words(one)}
            </li>
          ))}
        </ul>
        <ul aria-label={words('bad')} className="flex flex-col gap-2 text-muted">
          {bad.map((one) => (
            <li key={one} className="flex gap-2.5">
              <X aria-hidden size={16} strokeWidth={2.5} className="mt-0.5 shrink-0 text-bad" />
              {words(one)}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
