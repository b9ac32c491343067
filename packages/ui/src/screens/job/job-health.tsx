'use client';

import dynamic from 'next/dynamic';
import { useWords } from '../../messages/use-words.ts';
import type { JobFeed } from './job-feed.ts';
import { JobLog } from './job-log.tsx';

const LossChart = dynamic(() => import('../../primitives/loss-chart.tsx').then((module) => module.LossChart));

/** What comes in while it trains. It stands last, so that nothing moves when it begins. */
export function JobHealth({ feed }: { readonly feed: JobFeed }) {
  const words = useWords('job');
  return (
    <div className="flex min-w-0 flex-col gap-7">
      {feed.points.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="font-medium text-sm">{words('health')}</h2>
          <LossChart points={feed.points} />
        </section>
      )}
      {feed.log.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="font-medium text-sm">{words('log')}</h2>
          <JobLog lines={feed.log} />
        </section>
      )}
    </div>
  );
}
