'use client';

import { ListChecks, Plus, SearchX } from 'lucide-react';
import type { Page, TrainingJob } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { anyJob, writeFilter } from '../../jobs/job-filter.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { JobFilters } from './job-filters.tsx';
import { JobsList } from './jobs-list.tsx';
import { useJobFilter } from './use-job-filter.ts';
import { useJobList } from './use-job-list.ts';

/** All trainings of the brand, the newest first, kept true while something runs. */
export function JobsScreen({ first }: { readonly first?: Page<TrainingJob> | undefined }) {
  const words = useWords('jobs');
  const { brand } = useStudio();
  const [filter, setFilter] = useJobFilter();
  const list = useJobList(filter, first);
  const running = list.all.filter(({ status }) => !isFinished(status)).length;
  const isFiltered = writeFilter({ ...filter, sorting: null }) !== '';
  const newJob = brand.role !== 'viewer' && (
    <ButtonLink href={studioPaths.upload} variant="primary" icon={<Plus aria-hidden size={16} />}>
      {words('new')}
    </ButtonLink>
  );
  const isUntouched = !isFiltered && !list.isAwaited && list.isSuccess && list.all.length === 0;
  return (
    <>
      <PageHeader
        title={words('title')}
        status={running > 0 && <Badge tone="active">{words('runningNow', { count: running })}</Badge>}
        // Where there is nothing yet, it stands in the middle of the page.
        actions={!isUntouched && newJob}
      />
      <PageBody>
        {list.isError && !list.data ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : isUntouched ? (
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={words('empty')}
            line={words(brand.role === 'viewer' ? 'emptyViewer' : 'emptyLine')}
            action={newJob}
          />
        ) : (
          <>
            <JobFilters filter={filter} onChange={setFilter} />
            {list.isPending ? (
              <Skeleton className="h-80 w-full rounded-lg" />
            ) : list.rows.length > 0 ? (
              <JobsList jobs={list.rows} filter={filter} onFilter={setFilter} />
            ) : list.isAwaited ? (
              <Skeleton className="h-80 w-full rounded-lg" />
            ) : (
              <EmptyState
                icon={<SearchX aria-hidden />}
                title={words('noMatch')}
                line={words('noMatchLine')}
                action={
                  <Button onClick={() => setFilter({ ...anyJob, sorting: filter.sorting })}>
                    {words('showAll')}
                  </Button>
                }
              />
            )}
            {list.isError && list.data && (
              <p role="status" className="text-center text-muted text-sm">
                {words('old')}
              </p>
            )}
            {list.isSuccess && (list.rows.length > 0 || list.hasNextPage) && (
              <More
                shown={list.rows.length}
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
