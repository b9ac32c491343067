'use client';

import { SquareActivity } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Notice } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { loadLate } from '../../primitives/load-late.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { useNewestNotices, useRunningJobs } from './use-activity.ts';
import { useKnown } from './use-known.ts';

const ActivityDrawer = loadLate(() =>
  import('./activity-drawer.tsx').then((module) => module.ActivityDrawer),
);
const NoticeTitle = loadLate(() => import('./notice-title.tsx').then((module) => module.NoticeTitle));

/** At the foot of the rail, on every page: what runs, and a drawer with that and with what is new. */
export function ActivityTray() {
  const words = useWords('activity');
  // The drawer is loaded when it is first wanted, and stays from then on.
  const [drawer, setDrawer] = useState<'unwanted' | 'open' | 'closed'>('unwanted');
  const jobs = useKnown(useRunningJobs())?.items ?? [];
  const [job] = jobs;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={drawer === 'open'}
        onClick={() => setDrawer('open')}
        className="flex w-full flex-col gap-2 rounded-md px-2.5 py-2 text-left hover:bg-text/7"
      >
        <span className="flex w-full items-center gap-3 text-muted">
          <SquareActivity aria-hidden size={18} className="shrink-0" />
          <span className="min-w-0 flex-1 truncate">
            {/* The place of this name in the rail says how much is new. */}
            <span className="sr-only">{words('title')}: </span>
            {jobs.length > 0 ? words('runningCount', { count: jobs.length }) : words('resting')}
          </span>
        </span>
        {job && (
          <span className="block w-full">
            <ProgressBar label={job.name} value={job.progress} />
          </span>
        )}
      </button>
      <Announcement />
      {drawer !== 'unwanted' && (
        <ActivityDrawer isOpen={drawer === 'open'} onClose={() => setDrawer('closed')} />
      )}
    </>
  );
}

/** Says a notice that comes while the page is open to whoever cannot see the badge. */
function Announcement() {
  const newest = useKnown(useNewestNotices())?.items[0];
  const known = useRef<string | undefined>(undefined);
  const [said, setSaid] = useState<Notice | null>(null);
  useEffect(() => {
    if (!newest || newest.id === known.current) return;
    if (known.current !== undefined && newest.readAt === null) setSaid(newest);
    known.current = newest.id;
  }, [newest]);
  return (
    <span aria-live="polite" className="sr-only">
      {said && <NoticeTitle notice={said} />}
    </span>
  );
}
