'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Bell, CheckCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { NoticePage } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { NoticeList } from './notice-list.tsx';
import { RunningList } from './running-list.tsx';
import { activityKey, useMarkRead, useNewestNotices, useRunningJobs } from './use-activity.ts';
import { useKnown } from './use-known.ts';

const box = 'overflow-hidden rounded-lg border border-line bg-raised';

/** Everything that a person was told, and what is under way. */
export function ActivityScreen({ first }: { readonly first?: NoticePage | undefined }) {
  const words = useWords('activity');
  const { api, brand } = useStudio();
  const [newest, running] = [useKnown(useNewestNotices()), useKnown(useRunningJobs())];
  const markRead = useMarkRead();
  const list = useInfiniteQuery({
    queryKey: activityKey(brand.id, 'all'),
    queryFn: ({ pageParam, signal }) => api.notices.list({ cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
  });
  const { refetch } = list;
  const newestId = newest?.items[0]?.id;
  const firstId = list.data?.pages[0]?.items[0]?.id;
  useEffect(() => {
    if (newestId !== undefined && newestId !== firstId) void refetch();
  }, [newestId, firstId, refetch]);
  const notices = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = newest?.unreadCount ?? first?.unreadCount ?? 0;
  const jobs = running?.items ?? [];
  return (
    <>
      <PageHeader
        title={words('title')}
        actions={
          unread > 0 && (
            <Button icon={<CheckCheck aria-hidden size={16} />} onClick={() => void markRead()}>
              {words('markAll')}
            </Button>
          )
        }
      />
      <PageBody>
        <div className="grid max-w-5xl items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(280px,340px)]">
          {/* What runs is asked for once the page is there: its place is kept, above the notices or beside them. */}
          <section className="lg:col-start-2">
            <h2 className="mb-2 font-semibold text-md">{words('running')}</h2>
            <div className={classNames(box, 'min-h-16')}>
              {jobs.length > 0 ? (
                <RunningList jobs={jobs} />
              ) : (
                <p className="px-4 py-5.5 text-muted">{running && words('resting')}</p>
              )}
            </div>
          </section>
          <section className="min-w-0 lg:col-start-1 lg:row-start-1">
            <h2 className="mb-2 flex items-baseline gap-2 font-semibold text-md">
              {words('notices')}
              <span className="figures font-normal text-muted text-sm" aria-live="polite">
                {words('unreadCount', { count: unread })}
              </span>
            </h2>
            {list.isError && !list.data ? (
              <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void refetch()} />
            ) : list.isPending ? (
              <Skeleton className="h-64 w-full rounded-lg" />
            ) : notices.length === 0 ? (
              <EmptyState icon={<Bell aria-hidden />} title={words('empty')} line={words('emptyLine')} />
            ) : (
              <>
                <div className={box}>
                  <NoticeList
                    notices={notices}
                    onFollow={({ id, readAt }) => {
                      if (readAt === null) void markRead([id]);
                    }}
                  />
                </div>
                <More
                  shown={notices.length}
                  hasMore={list.hasNextPage}
                  isLoading={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              </>
            )}
          </section>
        </div>
      </PageBody>
    </>
  );
}
