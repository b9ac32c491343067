'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import type { TableColumn } from '../../primitives/table.tsx';
import { useIsSimulated } from '../../primitives/world.tsx';
import { studioPaths } from '../studio-paths.ts';
import type { JobAct } from './job-acts.ts';
import { JobCost } from './job-cost.tsx';
import { JobEnd } from './job-end.tsx';
import { JobMenu } from './job-menu.tsx';
import { JobState } from './job-state.tsx';
import { sortKeys } from './sort-keys.ts';

type OnAct = (act: JobAct, jobs: readonly TrainingJob[]) => void;

/** What a table of jobs tells of each; whoever may only look gets no actions. */
export const useJobColumns = (onAct: OnAct | null): TableColumn<TrainingJob>[] => {
  const [words, bases, kinds] = [useWords('jobs'), useWords('bases'), useWords('kinds')];
  const isSimulated = useIsSimulated();
  return useMemo(() => {
    const column = (id: string, rest: Omit<TableColumn<TrainingJob>, 'id' | 'sortBy'>) => ({
      id,
      sortBy: sortKeys[id],
      ...rest,
    });
    const columns: TableColumn<TrainingJob>[] = [
      column('name', {
        header: words('name'),
        cell: (job) => (
          <Link href={studioPaths.job(job.id)} className="rounded-sm font-medium hover:underline">
            {job.name}
          </Link>
        ),
        className: 'max-w-64 truncate',
      }),
      column('status', { header: words('status'), cell: (job) => <JobState job={job} /> }),
      column('kind', {
        header: words('kind'),
        cell: ({ subjectKind }) => kinds(`${subjectKind}.word`),
        from: 'xl',
      }),
      column('base', {
        header: words('base'),
        cell: ({ modelType }) => <span className="whitespace-nowrap">{bases(modelType)}</span>,
        from: 'lg',
      }),
      column('begun', {
        header: words('begun'),
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      }),
      column('ended', { header: words('ended'), cell: (job) => <JobEnd job={job} />, from: 'xl' }),
      column('cost', {
        header: words(isSimulated ? 'costSimulated' : 'cost'),
        cell: (job) => <JobCost job={job} isBelowHeading />,
        isNumber: true,
      }),
    ];
    if (onAct) {
      columns.push({
        id: 'acts',
        header: words('actions'),
        isHeaderHidden: true,
        cell: (job) => <JobMenu job={job} onAct={onAct} />,
        className: 'w-0',
      });
    }
    return columns;
  }, [words, bases, kinds, isSimulated, onAct]);
};
