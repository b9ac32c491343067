'use client';

import { isFinished } from '@act/ui/jobs/job-status';
import { Button } from '@act/ui/primitives/button';
import { JobFailure } from '@act/ui/screens/job/job-failure';
import { JobHeadline } from '@act/ui/screens/job/job-headline';
import type { JobFeed } from '@act/ui/studio/job/job-feed';
import { useNow } from '@act/ui/studio/job/use-now';
import { useStageWords } from '@act/ui/studio/job/use-stage-words';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { Critter } from '../look/critter.tsx';
import { PawTrail } from './paw-trail.tsx';
import type { Twin } from './twin.ts';

interface MakingProps {
  readonly twin: Twin;
  readonly feed: JobFeed;
  /** Null for whoever may only look. */
  readonly onRetry: (() => void) | null;
  readonly isRetrying: boolean;
  /** Why the last try to try again was refused. */
  readonly retryRefusal: readonly ReactNode[];
}

const tailLines = 10;

/** How far the twin is, what happens now, and the way on where it came to nothing. */
export function Making({
  twin: { name, traits, job },
  feed,
  onRetry,
  isRetrying,
  retryRefusal,
}: MakingProps) {
  const words = useTranslations('twin');
  const describe = useStageWords();
  const isOver = isFinished(job.status);
  const now = useNow(!isOver);
  // It may be cancelled by the hand of another tab; what was reached stays in sight.
  const highest = useRef(0);
  highest.current = Math.max(highest.current, job.progress);
  const isTold = job.stage !== null && job.stage !== job.status && !isOver;
  return (
    <div className="mx-auto grid w-full max-w-5xl items-center gap-8 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
      <div className="mx-auto grid w-full max-w-64 place-items-center rounded-full bg-raised p-5 ring-1 ring-line">
        <Critter
          traits={traits}
          label={words('drawing', { name })}
          className={`w-full ${isOver ? 'opacity-60' : 'bob'}`}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <JobHeadline job={job} now={now} isRoomKept={!isOver} />
        {job.status === 'failed' ? (
          <JobFailure job={job} tail={feed.log.slice(-tailLines)} onRetry={onRetry} isRetrying={isRetrying} />
        ) : (
          <PawTrail
            label={words('progress', { name })}
            progress={highest.current}
            isOver={isOver}
            detail={isTold && job.stage ? describe(job.stage) : null}
          />
        )}
        {job.status === 'cancelled' && onRetry && (
          <p>
            <Button
              variant="primary"
              icon={<RotateCw aria-hidden size={16} />}
              isLoading={isRetrying}
              onClick={onRetry}
            >
              {words('again')}
            </Button>
          </p>
        )}
        {retryRefusal}
      </div>
    </div>
  );
}
