'use client';

import type { ReadinessReport } from '@act/ui/api/answers';
import { useReasonWords } from '@act/ui/studio/datasets/use-reason-words';
import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';

const advice = ['face', 'light', 'different', 'alone'] as const;
/** The places say this already, and nobody writes captions here. */
const saidElsewhere = new Set(['too_few', 'not_inspected', 'captions_missing', 'rejected']);

/** What makes a good photo, until there is something to say about those that came. */
export function PhotoAdvice({ report }: { readonly report: ReadinessReport | undefined }) {
  const words = useTranslations('create.photos');
  const describe = useReasonWords();
  const reasons = report?.reasons.filter(({ code }) => !saidElsewhere.has(code)) ?? [];
  if (reasons.length > 0) {
    return (
      <ul aria-label={words('remarksTitle')} className="flex flex-col gap-2">
        {reasons.map((reason) => {
          const { text, next } = describe(reason);
          return (
            <li key={reason.code} className="flex gap-3 rounded-md bg-warn-soft px-4 py-3">
              <TriangleAlert aria-hidden size={18} className="mt-px shrink-0 text-warn" />
              <span className="min-w-0">
                <span className="font-bold">{text}</span> <span>{next}</span>
              </span>
            </li>
          );
        })}
      </ul>
    );
  }
  return (
    <ul aria-label={words('adviceTitle')} className="grid gap-x-6 gap-y-2 text-muted sm:grid-cols-2">
      {advice.map((one) => (
        <li key={one} className="flex gap-2.5">
          <Check aria-hidden size={17} strokeWidth={3} className="mt-0.5 shrink-0 text-good" />
          {words(`advice.${one}`)}
        </li>
      ))}
    </ul>
  );
}
