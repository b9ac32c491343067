'use client';

import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import type { Connection } from './use-job-feed.ts';

/** Whether what is seen comes at once, or is asked for every few seconds. */
export function ConnectionNote({ connection }: { readonly connection: Connection }) {
  const words = useWords('job.connection');
  if (connection === 'ended' || connection === 'opening') return null;
  const isLive = connection === 'live';
  return (
    <span className="flex items-center gap-1.5 text-muted text-xs" title={words(`${connection}Meaning`)}>
      <span className={classNames('size-1.5 rounded-full', isLive ? 'bg-good' : 'bg-warn')} aria-hidden />
      {words(connection)}
    </span>
  );
}
