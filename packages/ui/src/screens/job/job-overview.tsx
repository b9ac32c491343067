'use client';

import { useLocale } from 'next-intl';
import type { TrainingJob } from '../../api/answers.ts';
import { formatRelativeTime } from '../../format/relative-time.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { type StageMark, toStages } from '../../jobs/stages.ts';
import { useWords } from '../../messages/use-words.ts';
import { ErrorState } from '../../primitives/error-state.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { StageTimeline } from '../../primitives/stage-timeline.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { toMarks, toReport } from './job-marks.ts';

interface JobOverviewProps {
  readonly job: TrainingJob;
  /** When it came to which state, as it told. */
  readonly told: readonly StageMark[];
}

/** What is happening now, in one sentence, with the way so far beneath it. */
export function JobOverview({ job, told }: JobOverviewProps) {
  const [words, language] = [useWords('job'), useLocale()];
  const now = new Date();
  const isOver = isFinished(job.status);
  return (
    <div className="flex min-w-0 flex-col gap-7">
      <div className="flex flex-col gap-1.5">
        <p className="max-w-[48ch] text-pretty font-display font-medium text-xl">
          {words(`headline.${job.status}`)}
        </p>
        <p className="text-muted" suppressHydrationWarning>
          {isOver ? words(`after.${job.status === 'completed' ? 'completed' : 'ended'}`) : words('leave')}
          {!isOver && job.estimatedCompletion && (
            <>
              {' '}
              {words('estimate', {
                time: formatRelativeTime(language, new Date(job.estimatedCompletion), now),
              })}
            </>
          )}
        </p>
      </div>
      {job.status === 'failed' && (
        <ErrorState
          title={words('failedTitle')}
          cause={job.error?.message ?? words('failedUnknown')}
          nextSteps={[words('failedNext')]}
          report={toReport(job)}
        />
      )}
      {!isOver && <ProgressBar label={job.stage ?? words('progress')} value={job.progress} />}
      <section aria-label={words('stages')} className="rounded-lg border border-line bg-raised p-4 pb-1">
        <StageTimeline stages={toStages(job.status, toMarks(job, told), now)} />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-medium text-sm">{words('samples')}</h2>
        {job.sampleImageUrls.length > 0 ? (
          <div className="grid grid-cols-2 gap-1 sm:grid-cols-4">
            {job.sampleImageUrls.map((url, index) => (
              <Tile key={url} url={url} alt={words('sample', { number: index + 1 })} />
            ))}
          </div>
        ) : (
          <p className="max-w-prose text-muted">
            {words(job.provider === 'runpod' ? 'samplesLater' : 'noSamples')}
          </p>
        )}
      </section>
    </div>
  );
}
