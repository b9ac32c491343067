'use client';

import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Page, TrainingJob } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Table } from '../../primitives/table.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { usePages } from '../use-pages.ts';
import { useJobColumns } from './job-columns.tsx';
import { type JobFilter, toStatuses } from './job-filter.ts';
import { JobFilters } from './job-filters.tsx';

/** All trainings of the brand, the newest first, kept true while something runs. */
export function JobsScreen({ first }: { readonly first?: Page<TrainingJob> | undefined }) {
  const words = useWords('jobs');
  const { api, brand } = useStudio();
  const [filter, setFilter] = useState<JobFilter>({ search: '', state: 'all' });
  const columns = useJobColumns();
  const statuses = toStatuses(filter.state);
  const list = usePages({
    key: ['jobs', filter.state],
    load: (cursor, signal) => api.jobs.list({ cursor, signal, status: statuses }),
    first: filter.state === 'all' ? first : undefined,
    isMoving: ({ status }) => !isFinished(status),
  });
  const wanted = filter.search.trim().toLowerCase();
  const rows = wanted ? list.items.filter(({ name }) => name.toLowerCase().includes(wanted)) : list.items;
  const newJob = (
    <ButtonLink href={studioPaths.upload} variant="primary" icon={<Plus aria-hidden size={16} />}>
      {words('new')}
    </ButtonLink>
  );
  const isUntouched = filter.state === 'all' && list.isSuccess && list.items.length === 0;
  return (
    <>
      <PageHeader title={words('title')} actions={brand.role !== 'viewer' && newJob} />
      <PageBody>
        {list.isError && !list.data ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : isUntouched ? (
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={words('empty')}
            line={words('emptyLine')}
            action={newJob}
          />
        ) : (
          <>
            <JobFilters filter={filter} onChange={setFilter} />
            {list.isPending ? (
              <Skeleton className="h-80 w-full rounded-lg" />
            ) : (
              <Table label={words('title')} rows={rows} columns={columns} rowId={({ id }) => id} />
            )}
            {rows.length === 0 && list.isSuccess && (
              <p className="py-6 text-center text-muted">{words('noMatch')}</p>
            )}
            {list.isSuccess && rows.length > 0 && (
              <More
                shown={rows.length}
                hasMore={list.hasNextPage}
                isLoading={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              />
            )}
          </>
        )}
      </PageBody>
    </>
  );
}
