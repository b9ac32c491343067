'use client';

import { CircleCheck, CircleX, ImageOff } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { toFailureCause } from '../activity/failure-cause.ts';
import { studioPaths } from '../studio-paths.ts';
import { HomeSection } from './home-section.tsx';
import { homeLimits } from './use-home.ts';
import type { Waiting } from './waiting.ts';

/** What does not go on by itself. */
export function HomeWaiting({ waiting }: { readonly waiting: Waiting | null }) {
  const [words, causes] = [useWords('overview'), useWords('activity.causes')];
  const { rejected = [], failed = [] } = waiting ?? {};
  const hasMore = rejected.length === homeLimits.rejected;
  const isNothing = waiting !== null && rejected.length === 0 && failed.length === 0;
  return (
    <HomeSection title={words('waiting')}>
      <ul className="flex min-h-12 flex-col overflow-hidden rounded-lg border border-line bg-raised">
        {isNothing && (
          <li className="flex items-center gap-3 px-4 py-3.5 text-muted">
            <CircleCheck aria-hidden size={18} className="shrink-0 text-good" />
            {words('nothingWaits')}
          </li>
        )}
        {rejected.length > 0 && (
          <Entry
            href={studioPaths.upload}
            icon={<ImageOff aria-hidden size={18} className="text-warn" />}
            title={words('rejected', { count: rejected.length, more: hasMore ? '+' : '' })}
            line={rejected
              .slice(0, 3)
              .map(({ name }) => name)
              .join(', ')}
          />
        )}
        {failed.map((job) => (
          <Entry
            key={job.id}
            href={studioPaths.job(job.id)}
            icon={<CircleX aria-hidden size={18} className="text-bad" />}
            title={words('failed', { name: job.name })}
            line={
              <>
                {causes(toFailureCause(job.error?.code))}{' '}
                <RelativeTime at={job.completedAt ?? job.createdAt} />
              </>
            }
          />
        ))}
      </ul>
    </HomeSection>
  );
}

interface EntryProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly line: ReactNode;
}

function Entry({ href, icon, title, line }: EntryProps) {
  return (
    <li className="relative flex gap-3 border-line px-4 py-3 not-last:border-b hover:bg-text/4">
      <span className="mt-0.5 shrink-0">{icon}</span>
      <span className="min-w-0">
        <Link href={href} className="font-medium after:absolute after:inset-0">
          {title}
        </Link>
        <span className="line-clamp-2 text-muted text-sm">{line}</span>
      </span>
    </li>
  );
}
