'use client';

import { useEffect, useRef, useState } from 'react';
import { announcedStep, keepRising } from '../jobs/progress.ts';
import { useWords } from '../messages/use-words.ts';
import { classNames } from './class-names.ts';

interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 100; null while nobody can say. */
  readonly value: number | null;
  readonly tone?: 'accent' | 'good' | 'bad' | undefined;
  /** Words to the right of the label instead of the percentage: `420 of 1,000 steps`. */
  readonly detail?: string | undefined;
  readonly isLabelHidden?: boolean | undefined;
}

const fills = { accent: 'bg-accent', good: 'bg-good', bad: 'bg-bad' };

/** Never runs backwards, and tells a screen reader of every full ten per cent. */
export function ProgressBar({ label, value, tone = 'accent', detail, isLabelHidden }: ProgressBarProps) {
  const words = useWords('progress');
  const highest = useRef(0);
  const shown = value === null ? null : keepRising(highest.current, value);
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (shown === null) return;
    const step = announcedStep(highest.current, shown);
    highest.current = shown;
    if (step !== null) setAnnounced(words('announced', { label, progress: step }));
  }, [shown, label, words]);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {!isLabelHidden && (
        <div className="flex items-baseline justify-between gap-3 text-sm">
          <span className="min-w-0 truncate">{label}</span>
          <span className="figures shrink-0 text-muted">
            {detail ??
              (shown === null ? words('waiting') : words('percent', { progress: Math.floor(shown) }))}
          </span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={shown === null ? undefined : Math.floor(shown)}
        className="h-1.5 overflow-hidden rounded-full bg-edge/30"
      >
        <div
          className={classNames(
            'h-full rounded-full',
            shown === null
              ? 'w-1/3 animate-breathe'
              : 'origin-left transition-transform duration-200 ease-out',
            fills[tone],
          )}
          style={shown === null ? undefined : { transform: `translateX(${shown - 100}%)` }}
        />
      </div>
      <span aria-live="polite" className="sr-only">
        {announced}
      </span>
    </div>
  );
}
