'use client';

import { Check, X } from 'lucide-react';
import { useLocale } from 'next-intl';
import { formatDuration } from '../format/duration.ts';
import type { Stage } from '../jobs/stages.ts';
import { useWords } from '../messages/use-words.ts';
import { classNames } from './class-names.ts';
import { useIsHydrated } from './use-is-hydrated.ts';

interface StageTimelineProps {
  readonly stages: readonly Stage[];
  /** What the running stage says of itself. */
  readonly note?: string | null | undefined;
}

const marks: Record<Stage['state'], string> = {
  done: 'border-good bg-good text-surface',
  now: 'border-accent-ink bg-raised text-accent-ink',
  ahead: 'border-line bg-raised',
  failed: 'border-bad bg-bad text-surface',
};

/** The stages of a job with their times, so that a standstill can be laid at somebody's door. */
export function StageTimeline({ stages, note }: StageTimelineProps) {
  const [words, language] = [useWords('status'), useLocale()];
  // Only this machine knows the time of day here, and how long it is since.
  const isHydrated = useIsHydrated();
  return (
    <ol className="flex flex-col">
      {stages.map((stage) => (
        <li
          key={stage.status}
          aria-current={stage.state === 'now' ? 'step' : undefined}
          className="group grid grid-cols-[18px_minmax(0,1fr)_auto_auto] gap-x-3 text-sm"
        >
          <span className="flex flex-col items-center">
            <span
              className={classNames(
                'grid size-[18px] place-items-center rounded-full border-[1.5px]',
                marks[stage.state],
              )}
            >
              {stage.state === 'done' && <Check aria-hidden size={11} strokeWidth={3} />}
              {stage.state === 'failed' && <X aria-hidden size={11} strokeWidth={3} />}
              {stage.state === 'now' && <span className="size-1.5 animate-breathe rounded-full bg-current" />}
            </span>
            <span
              className={classNames(
                'min-h-3.5 w-px flex-1 group-last:hidden',
                stage.state === 'done' ? 'bg-good' : 'bg-line',
              )}
            />
          </span>
          <span className={classNames('pb-3', stage.state === 'ahead' ? 'text-muted' : 'font-medium')}>
            {words(`${stage.status}.word`)}
            <span className="sr-only">, {words(`mark.${stage.state}`)}</span>
            {stage.state === 'now' && note && (
              <span className="block whitespace-nowrap font-normal text-muted">{note}</span>
            )}
          </span>
          <span className="figures whitespace-nowrap text-muted">
            {isHydrated && stage.seconds !== null && formatDuration(language, stage.seconds)}
          </span>
          <span className="figures w-[4.75em] whitespace-nowrap text-right text-muted">
            {isHydrated && stage.reachedAt && (
              <time dateTime={stage.reachedAt.toISOString()}>
                {stage.reachedAt.toLocaleTimeString(language, { timeStyle: 'medium', hourCycle: 'h23' })}
              </time>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
