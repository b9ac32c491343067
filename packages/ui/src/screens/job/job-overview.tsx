'use client';

import { useLocale } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { formatDuration } from '../../format/duration.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { toStages } from '../../jobs/stages.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { StageTimeline } from '../../primitives/stage-timeline.tsx';
import { JobDetails } from './job-details.tsx';
import type { JobFeed } from './job-feed.ts';
import { JobHeadline } from './job-headline.tsx';
import { isSlow, speedOf, toMarks } from './job-marks.ts';
import { useNow } from './use-now.ts';
import { useStageWords } from './use-stage-words.ts';

interface JobOverviewProps {
  readonly job: TrainingJob;
  readonly feed: JobFeed;
  /** Why it failed, if it did. */
  readonly failure: ReactNode;
}

/** What is happening now, in one sentence, with the way so far beneath it. */
export function JobOverview({ job, feed, failure }: JobOverviewProps) {
  const [words, language] = [useWords('job'), useLocale()];
  const describe = useStageWords();
  const isOver = isFinished(job.status);
  // Whoever sees it end keeps what they saw where it was.
  const [wasRunning] = useState(!isOver);
  const now = useNow(!isOver);
  const marks = toMarks(job, feed.marks);
  const stages = toStages(job.status, marks, now);
  const current = stages.find(({ state }) => state === 'now');
  const [step, total] = [feed.points.at(-1)?.step, job.config?.steps];
  const note = feed.notes.at(-1);
  const isTold = job.stage !== null && job.stage !== job.status;
  const lasts = note && formatDuration(language, (now.getTime() - note.at.getTime()) / 1000);
  const inside = isTold && job.stage ? [describe(job.stage), lasts].filter(Boolean).join(' · ') : null;
  const timeline = (
    <section
      aria-label={words('stages')}
      className={classNames('rounded-lg border border-line bg-raised p-4 pb-1', wasRunning && 'min-h-57')}
    >
      {/* The line of the note is kept while nothing is told. */}
      <StageTimeline stages={stages} note={isOver ? null : (inside ?? '\u00a0')} />
    </section>
  );
  if (failure) {
    return (
      <div className={classNames(columns, 'lg:grid-rows-[auto_1fr]')}>
        {/* In the room of what it had come to, so that what is beneath stays where it was. */}
        <div className={classNames('flex min-w-0 flex-col gap-7', wasRunning && 'min-h-115 sm:min-h-108')}>
          <JobHeadline job={job} now={now} isRoomKept={false} />
          {failure}
        </div>
        <div className="min-w-0 lg:row-span-2">
          <JobDetails job={job} speed={speedOf(step, marks, now)} />
        </div>
        <div className="min-w-0">{timeline}</div>
      </div>
    );
  }
  return (
    <div className={columns}>
      <div className="flex min-w-0 flex-col gap-7">
        <JobHeadline job={job} now={now} isRoomKept={wasRunning} />
        {wasRunning && (
          <ProgressBar
            tone={job.status === 'completed' ? 'good' : 'accent'}
            label={job.stage ? describe(job.stage) : words('progress')}
            value={job.progress}
            detail={job.status === 'training' && step && total ? words('stepOf', { step, total }) : undefined}
          />
        )}
        {timeline}
        {current && isSlow(current.status, current.seconds) && (
          <p role="status" className="max-w-prose text-muted">
            {words('slow')}
          </p>
        )}
      </div>
      <JobDetails job={job} speed={speedOf(step, marks, now)} />
    </div>
  );
}

const columns = 'grid grid-cols-1 gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,46rem)_340px]';
