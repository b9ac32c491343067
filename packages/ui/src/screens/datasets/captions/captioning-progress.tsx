'use client';

import { X } from 'lucide-react';
import { useLocale } from 'next-intl';
import { formatDuration } from '../../../format/duration.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { ErrorLine } from '../../../primitives/error-line.tsx';
import { IconButton } from '../../../primitives/icon-button.tsx';
import { ProgressBar } from '../../../primitives/progress-bar.tsx';
import { useRefusalWords } from '../../use-refusal-words.ts';
import type { CaptioningState } from './use-captioning.ts';

interface CaptioningProgressProps {
  readonly state: CaptioningState;
  readonly onStop: () => void;
  readonly onDismiss: () => void;
}

/** Fewer say nothing about the rest. */
const leastForEstimate = 3;

/** How far the writing is. A time is named only once a few have come. */
export function CaptioningProgress({ state, onStop, onDismiss }: CaptioningProgressProps) {
  const [words, language] = [useWords('datasets.auto'), useLocale()];
  const describe = useRefusalWords();
  const { total, done, failed, underWay, isStopping, isOver, refusal } = state;
  const ended = done + failed;
  const left = isStopping ? underWay : total - ended;
  const secondsEach = (Date.now() - state.startedAtMs) / 1000 / Math.max(1, ended);
  return (
    <section aria-label={words('progress')} className="flex flex-col gap-2 rounded-lg border border-line p-4">
      {isOver ? (
        <div className="flex items-start justify-between gap-2">
          <p role="status">
            {words('over', { count: done })}
            {failed > 0 && <span className="text-bad"> {words('failed', { count: failed })}</span>}
          </p>
          <IconButton size="small" label={words('dismiss')} icon={<X size={15} />} onClick={onDismiss} />
        </div>
      ) : (
        <>
          <ProgressBar
            label={words('progress')}
            value={total === 0 ? null : (ended / total) * 100}
            detail={words('of', { done: ended, total })}
          />
          <div className="flex min-h-8 items-center justify-between gap-3 text-muted text-sm">
            <span>
              {isStopping
                ? words('stopping', { count: underWay })
                : ended >= leastForEstimate
                  ? words('left', { time: formatDuration(language, secondsEach * left) })
                  : words('begun')}
            </span>
            {!isStopping && total > underWay + ended && (
              <Button size="small" onClick={onStop}>
                {words('stop')}
              </Button>
            )}
          </div>
        </>
      )}
      {refusal !== null && <ErrorLine>{describe(refusal)}</ErrorLine>}
    </section>
  );
}
