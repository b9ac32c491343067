'use client';

import { keepRising } from '@act/ui/jobs/progress';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { PawPrint } from '../look/paw-print.tsx';
import { marks, reachedMark } from './marks.ts';

interface PawTrailProps {
  readonly label: string;
  /** From 0 to 100. */
  readonly progress: number;
  /** It stays where it is. */
  readonly isOver: boolean;
  /** What happens inside of the step. */
  readonly detail: string | null;
}

/** 20, 30, … 100: a paw for each, and in words what the last one means. */
export function PawTrail({ label, progress, isOver, detail }: PawTrailProps) {
  const words = useTranslations('twin.marks');
  const highest = useRef(0);
  const shown = Math.floor(keepRising(highest.current, progress));
  useEffect(() => {
    highest.current = shown;
  }, [shown]);
  const reached = reachedMark(shown);
  // Said when a paw is reached, not for each of the hundred.
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (reached > 0) setSaid(`${label}: ${reached} %`);
  }, [reached, label]);
  return (
    <div className="flex flex-col gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={shown}
        className="grid grid-cols-9 gap-1 rounded-lg bg-raised px-3 py-4 ring-1 ring-line sm:gap-2 sm:px-5"
      >
        {marks.map((mark, index) => {
          const isReached = mark <= shown;
          const isNext = !isReached && !isOver && (index === 0 || (marks[index - 1] ?? 0) <= shown);
          return (
            <span
              key={mark}
              className={`flex flex-col items-center gap-1 ${index % 2 === 0 ? 'translate-y-1' : '-translate-y-1'}`}
            >
              <PawPrint
                className={`w-full max-w-9 rotate-12 transition-colors duration-200 ${isReached ? 'text-accent' : isNext ? 'animate-breathe text-accent opacity-50' : 'text-edge/35'}`}
              />
              <span
                aria-hidden
                className={`figures text-xs ${isReached ? 'font-extrabold text-text' : 'text-muted'}`}
              >
                {mark}
              </span>
            </span>
          );
        })}
      </div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-bold">{words(`at${reached}`)}</span>
        <span className="figures text-muted">
          {detail && `${detail} · `}
          {words('percent', { progress: shown })}
        </span>
      </p>
      <span aria-live="polite" className="sr-only">
        {said}
      </span>
    </div>
  );
}
