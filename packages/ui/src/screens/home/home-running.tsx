'use client';

import Link from 'next/link';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { StatusChip } from '../../primitives/status-chip.tsx';
import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';
import { studioPaths } from '../studio-paths.ts';
import { HomeSection } from './home-section.tsx';

interface HomeRunningProps {
  readonly jobs: readonly TrainingJob[];
  /** The newest training, running or not. */
  readonly last: TrainingJob | undefined;
  readonly isPending: boolean;
}

const shown = 4;

/** The trainings under way, each with how far it is and when it may be done. */
export function HomeRunning({ jobs, last, isPending }: HomeRunningProps) {
  const words = useWords('overview');
  return (
    <HomeSection
      title={words('running')}
      count={jobs.length > 0 ? jobs.length : undefined}
      more={{ href: studioPaths.jobs, label: words('allJobs') }}
    >
      {isPending ? (
        <Skeleton className="h-24 w-full rounded-lg" />
      ) : jobs.length === 0 ? (
        <p className="rounded-lg border border-line px-4 py-3.5 text-muted">
          {last ? (
            <>
              {words('lastJob')}{' '}
              <Link
                href={studioPaths.job(last.id)}
                className="text-text underline decoration-edge underline-offset-4 hover:decoration-current"
              >
                {last.name}
              </Link>
              , <RelativeTime at={last.completedAt ?? last.createdAt} />.
            </>
          ) : (
            words('noJobs')
          )}
        </p>
      ) : (
        <ul className="flex flex-col overflow-hidden rounded-lg border border-line bg-raised">
          {jobs.slice(0, shown).map((job) => (
            <li
              key={job.id}
              className="relative flex flex-col gap-2.5 border-line px-4 py-3.5 not-last:border-b hover:bg-text/4"
            >
              <span className="flex items-center justify-between gap-3">
                <Link
                  href={studioPaths.job(job.id)}
                  className="min-w-0 truncate font-medium after:absolute after:inset-0"
                >
                  {job.name}
                </Link>
                <StatusChip status={job.status} />
              </span>
              <ProgressBar label={job.name} value={job.progress} isLabelHidden />
              <RunningLine job={job} />
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  );
}

function RunningLine({ job: { progress, estimatedCompletion } }: { readonly job: TrainingJob }) {
  const words = useWords('overview');
  const isHydrated = useIsHydrated();
  return (
    <span className="figures flex justify-between gap-3 text-muted text-sm">
      <span>{words('percent', { progress })}</span>
      {isHydrated && estimatedCompletion && new Date(estimatedCompletion) > new Date() && (
        <span>
          {words('doneIn')} <RelativeTime at={estimatedCompletion} />
        </span>
      )}
    </span>
  );
}
