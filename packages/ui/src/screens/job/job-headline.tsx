'use client';

import { useLocale } from 'next-intl';
import type { TrainingJob } from '../../api/answers.ts';
import { formatRelativeTime } from '../../format/relative-time.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';
import { useStudio } from '../studio.tsx';

interface JobHeadlineProps {
  readonly job: TrainingJob;
  readonly now: Date;
  /** Whether the longest of its sentences has room, so that nothing beneath moves when they change. */
  readonly isRoomKept: boolean;
}

/** Whether one may go, what happens now, and when it should be over. */
export function JobHeadline({ job, now, isRoomKept }: JobHeadlineProps) {
  const [words, language] = [useWords('job'), useLocale()];
  const isViewer = useStudio().brand.role === 'viewer';
  const isHydrated = useIsHydrated();
  const isOver = isFinished(job.status);
  const isStopping = job.cancelRequestedAt !== null && !isOver;
  return (
    <div className={classNames('flex flex-col gap-1.5', isRoomKept && 'min-h-34 sm:min-h-29')}>
      {!isOver && <p className="text-muted">{words('leave')}</p>}
      <h2 className="figures max-w-[44ch] text-pretty font-display font-medium text-xl max-sm:text-lg">
        {words(`headline.${isStopping ? 'stopping' : job.status}`)}
      </h2>
      {/* Its line is kept, so that nothing moves when an estimate comes. */}
      <p className="figures min-h-5 text-muted">
        {isOver &&
          words(`after.${job.status !== 'completed' ? 'ended' : isViewer ? 'completedViewer' : 'completed'}`)}
        {!isOver &&
          !isStopping &&
          isHydrated &&
          job.estimatedCompletion &&
          // What should be over by now has nothing to promise.
          new Date(job.estimatedCompletion) > now &&
          words('estimate', {
            time: formatRelativeTime(language, new Date(job.estimatedCompletion), now),
            clock: new Date(job.estimatedCompletion).toLocaleTimeString(language, { timeStyle: 'short' }),
          })}
      </p>
    </div>
  );
}
