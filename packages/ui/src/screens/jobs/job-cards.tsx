'use client';

import Link from 'next/link';
import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { Checkbox } from '../../primitives/checkbox.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { studioPaths } from '../studio-paths.ts';
import type { JobAct } from './job-acts.ts';
import { JobCost } from './job-cost.tsx';
import { JobMenu } from './job-menu.tsx';
import { JobState } from './job-state.tsx';

interface JobCardsProps {
  readonly jobs: readonly TrainingJob[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** Null for whoever may only look. */
  readonly onAct: ((act: JobAct, jobs: readonly TrainingJob[]) => void) | null;
}

/** The same as the table, for a screen that is higher than wide. */
export function JobCards({ jobs, selected, onSelect, onAct }: JobCardsProps) {
  const [words, bases, table] = [useWords('jobs'), useWords('bases'), useWords('table')];
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <ul aria-label={words('title')} className="flex flex-col gap-2">
      {jobs.map((job) => (
        <li
          key={job.id}
          className={classNames(
            'relative flex flex-col gap-2.5 rounded-lg border border-line p-3.5',
            selected.has(job.id) ? 'bg-accent-soft' : 'bg-raised',
          )}
        >
          <div className="flex items-center gap-2">
            {onAct && (
              <Checkbox
                label={table('select', { name: job.name })}
                isLabelHidden
                checked={selected.has(job.id)}
                onChange={() => toggle(job.id)}
                className="z-1"
              />
            )}
            <Link
              href={studioPaths.job(job.id)}
              className="min-w-0 flex-1 truncate py-1 font-medium text-md after:absolute after:inset-0 after:rounded-lg"
            >
              {job.name}
            </Link>
            {onAct && (
              <span className="z-1 -my-1 -mr-1.5">
                <JobMenu job={job} onAct={onAct} />
              </span>
            )}
          </div>
          {!isFinished(job.status) && <ProgressBar label={job.name} isLabelHidden value={job.progress} />}
          <div className="figures grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 text-muted text-sm [&>:nth-child(even)]:justify-self-end">
            <span className="flex">
              <JobState job={job} />
            </span>
            <JobCost job={job} />
            <span>{bases(job.modelType)}</span>
            <RelativeTime at={job.createdAt} />
          </div>
        </li>
      ))}
    </ul>
  );
}
