'use client';

import { useLocale } from 'next-intl';
import type { TrainingJob } from '../../api/answers.ts';
import { formatRelativeTime } from '../../format/relative-time.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';

interface JobHeadlineProps {
  readonly job: TrainingJob;
  /** The last step that was told. */
  readonly step: number | undefined;
  readonly now: Date;
}

/** Whether one may go, what happens now, and when it should be over. */
export function JobHeadline({ job, step, now }: JobHeadlineProps) {
  const [words, language] = [useWords('job'), useLocale()];
  const isHydrated = useIsHydrated();
  const isOver = isFinished(job.status);
  const isStopping = job.cancelRequestedAt !== null && !isOver;
  const total = job.config?.steps;
  const headline = isStopping
    ? words('headline.stopping')
    : job.status === 'training' && step && total
      ? words('headline.step', { step, total })
      : words(`headline.${job.status}`);
  return (
    <div className="flex flex-col gap-1.5">
      {!isOver && <p className="text-muted">{words('leave')}</p>}
      <h2 className="figures max-w-[44ch] text-pretty font-display font-medium text-xl">{headline}</h2>
      {/* Its line is kept, so that nothing moves when an estimate comes. */}
      <p className="figures min-h-5 text-muted">
        {isOver && words(`after.${job.status === 'completed' ? 'completed' : 'ended'}`)}
        {!isOver &&
          !isStopping &&
          isHydrated &&
          job.estimatedCompletion &&
          words('estimate', {
            time: formatRelativeTime(language, new Date(job.estimatedCompletion), now),
            clock: new Date(job.estimatedCompletion).toLocaleTimeString(language, { timeStyle: 'short' }),
          })}
      </p>
    </div>
  );
}
