'use client';

import type { Asset, ReadinessReport } from '@act/ui/api/answers';
import { Spinner } from '@act/ui/primitives/spinner';
import { useStudio } from '@act/ui/screens/studio';
import { useRejectionWords } from '@act/ui/studio/datasets/use-rejection-words';
import { Check, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { checksOf } from './selfie-checks.ts';

interface SelfiePrintProps {
  readonly selfie: Asset;
  readonly number: number;
  /** What the check says of all of them together. */
  readonly report: ReadinessReport | undefined;
  /** In the corner of the picture. */
  readonly corner?: ReactNode;
  /** Beneath the checks. */
  readonly children?: ReactNode;
}

/** One selfie as a print, with what was looked at and what was found beneath it. */
export function SelfiePrint({ selfie, number, report, corner, children }: SelfiePrintProps) {
  const words = useTranslations('sselfie.selfies');
  const describe = useRejectionWords();
  const { api } = useStudio();
  const { status } = selfie;
  return (
    <li className="print relative flex min-w-0 flex-col">
      <div className="plate relative aspect-[4/5] overflow-hidden">
        {status === 'rejected' ? (
          <span className="grid size-full place-items-center bg-bad-soft text-bad">
            <CircleX aria-hidden size={28} strokeWidth={1.5} />
          </span>
        ) : (
          <img
            // Its own address holds for ever; that of a small copy ends.
            src={selfie.thumbnailUrl ?? api.assets.imageUrl(selfie)}
            alt={words('selfie', { number })}
            draggable={false}
            className="size-full object-cover"
          />
        )}
        {corner && <span className="absolute top-1 right-1 [&_button]:bg-raised/95">{corner}</span>}
      </div>
      <div className="flex min-h-24 flex-1 flex-col gap-2 py-2.5 text-xs">
        {status === 'received' && (
          <p className="flex items-center gap-2 text-muted">
            <Spinner size={13} />
            {words('checking')}
          </p>
        )}
        {status === 'rejected' && <p className="text-bad">{describe(selfie) ?? words('rejected')}</p>}
        {status === 'ready' && (
          <ul aria-label={words('checks')} className="flex flex-col gap-1">
            {checksOf(selfie, report).map(({ name, doubt }) => (
              <li key={name} className={`flex items-start gap-1.5 ${doubt ? 'text-warn' : ''}`}>
                {doubt ? (
                  <TriangleAlert aria-hidden size={13} className="mt-0.5 shrink-0" />
                ) : (
                  <Check aria-hidden size={13} strokeWidth={3} className="mt-0.5 shrink-0 text-good" />
                )}
                {words(doubt ? `doubts.${doubt}` : `passed.${name}`)}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </li>
  );
}
