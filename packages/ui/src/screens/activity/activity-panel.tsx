'use client';

import { CheckCheck } from 'lucide-react';
import Link from 'next/link';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { ScreenError } from '../screen-error.tsx';
import { studioPaths } from '../studio-paths.ts';
import { NoticeList } from './notice-list.tsx';
import { RunningList } from './running-list.tsx';
import { useMarkRead, useNewestNotices, useRunningJobs } from './use-activity.ts';

/** What the tray holds: what runs, and the newest notices. */
export function ActivityPanel({ onFollow }: { readonly onFollow: () => void }) {
  const words = useWords('activity');
  const [notices, running, markRead] = [useNewestNotices(), useRunningJobs(), useMarkRead()];
  const jobs = running.data?.items ?? [];
  const unread = notices.data?.unreadCount ?? 0;
  return (
    <div className="-m-5 flex flex-col">
      {jobs.length > 0 && (
        <section className="border-line border-b">
          <h3 className="px-4 pt-3 font-medium text-muted text-xs">{words('running')}</h3>
          <RunningList jobs={jobs} onFollow={onFollow} />
        </section>
      )}
      <div className="flex min-h-11 items-center justify-between gap-3 border-line border-b px-4 py-1.5">
        <span className="figures text-muted text-sm">{words('unreadCount', { count: unread })}</span>
        {unread > 0 && (
          <Button
            size="small"
            variant="quiet"
            icon={<CheckCheck aria-hidden size={15} />}
            onClick={() => void markRead()}
          >
            {words('markAll')}
          </Button>
        )}
      </div>
      {notices.isError && !notices.data ? (
        <div className="p-4">
          <ScreenError
            title={words('notLoaded')}
            error={notices.error}
            onRetry={() => void notices.refetch()}
          />
        </div>
      ) : notices.isPending ? (
        <div className="p-4">
          <Skeleton className="h-40 w-full" />
        </div>
      ) : notices.data.items.length === 0 ? (
        <p className="px-4 py-8 text-center text-muted">{words('emptyLine')}</p>
      ) : (
        <NoticeList
          notices={notices.data.items}
          onFollow={({ id, readAt }) => {
            if (readAt === null) void markRead([id]);
            onFollow();
          }}
        />
      )}
      {notices.data?.nextCursor && (
        <p className="border-line border-t p-3 text-center">
          <Link
            href={studioPaths.activity}
            onClick={onFollow}
            className="text-muted text-sm underline-offset-4 hover:text-text hover:underline"
          >
            {words('all')}
          </Link>
        </p>
      )}
    </div>
  );
}
