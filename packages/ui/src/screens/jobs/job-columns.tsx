'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { Duration } from '../../primitives/duration.tsx';
import { Money } from '../../primitives/money.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { StatusChip } from '../../primitives/status-chip.tsx';
import type { TableColumn } from '../../primitives/table.tsx';
import { studioPaths } from '../studio-paths.ts';

const secondsOf = ({ startedAt, completedAt }: TrainingJob) =>
  startedAt && completedAt ? (Date.parse(completedAt) - Date.parse(startedAt)) / 1000 : null;

const costOf = ({ costUsd, estimatedCostUsd }: TrainingJob) => costUsd ?? estimatedCostUsd;

/** What a table of jobs tells of each. */
export const useJobColumns = (): TableColumn<TrainingJob>[] => {
  const [words, bases] = [useWords('jobs'), useWords('bases')];
  return useMemo(
    () => [
      {
        id: 'name',
        header: words('name'),
        cell: (job) => (
          <Link href={studioPaths.job(job.id)} className="rounded-sm font-medium hover:underline">
            {job.name}
          </Link>
        ),
        sortBy: ({ name }) => name.toLowerCase(),
        className: 'max-w-64 truncate',
      },
      {
        id: 'status',
        header: words('status'),
        cell: ({ status, progress }) => <StatusChip status={status} progress={progress} />,
        sortBy: ({ status }) => status,
      },
      { id: 'base', header: words('base'), cell: ({ modelType }) => bases(modelType), from: 'lg' },
      {
        id: 'pictures',
        header: words('pictures'),
        cell: ({ trainingAssetIds }) => trainingAssetIds.length,
        sortBy: ({ trainingAssetIds }) => trainingAssetIds.length,
        isNumber: true,
        from: 'lg',
      },
      {
        id: 'begun',
        header: words('begun'),
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
        sortBy: ({ createdAt }) => createdAt,
        from: 'md',
      },
      {
        id: 'took',
        header: words('took'),
        cell: (job) => {
          const seconds = secondsOf(job);
          return seconds === null ? <span className="text-muted">–</span> : <Duration seconds={seconds} />;
        },
        sortBy: secondsOf,
        isNumber: true,
        from: 'md',
      },
      {
        id: 'cost',
        header: words('cost'),
        cell: (job) => {
          const cost = costOf(job);
          if (cost === null) return <span className="text-muted">–</span>;
          return (
            <span className={classNames('whitespace-nowrap', job.costUsd === null && 'text-muted')}>
              {job.costUsd === null && '≈ '}
              <Money amountUsd={cost} />
            </span>
          );
        },
        sortBy: costOf,
        isNumber: true,
      },
    ],
    [words, bases],
  );
};
