'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { JobState } from '../jobs/job-state.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { useRefusalWords } from '../use-refusal-words.ts';
import { ConnectionNote } from './connection-note.tsx';
import { JobActions } from './job-actions.tsx';
import { JobBody } from './job-body.tsx';
import { JobFailure } from './job-failure.tsx';
import { useJob } from './use-job.ts';
import { useJobFeed } from './use-job-feed.ts';

const AskedDialog = dynamic(() => import('../asked-dialog.tsx').then((module) => module.AskedDialog));

interface JobScreenProps {
  readonly id: string;
  readonly first?: TrainingJob | undefined;
}

const tailLines = 10;

/** One training: what is happening, what comes next, and what came of it. */
export function JobScreen({ id, first }: JobScreenProps) {
  const words = useWords('job');
  const describe = useRefusalWords();
  const router = useRouter();
  const mayAct = useStudio().brand.role !== 'viewer';
  const { feed, connection } = useJobFeed(id);
  const { query, cancel, retry } = useJob(id, first, connection === 'live');
  const [isAsking, setIsAsking] = useState(false);
  const job = query.data;
  const tryAgain = async () => {
    try {
      const next = await retry.mutateAsync();
      router.push(studioPaths.job(next.id));
    } catch (error) {
      notify('error', words('notRetried'), { description: describe(error) });
    }
  };
  return (
    <>
      <PageHeader
        title={job?.name ?? words('title')}
        status={
          job && (
            <span className="flex items-center gap-3">
              <JobState job={job} />
              {!isFinished(job.status) && <ConnectionNote connection={connection} />}
            </span>
          )
        }
        backHref={studioPaths.jobs}
        actions={
          job &&
          mayAct && (
            <JobActions
              job={job}
              isRetrying={retry.isPending}
              onStop={() => setIsAsking(true)}
              onRetry={() => void tryAgain()}
            />
          )
        }
      />
      <PageBody>
        {job ? (
          <JobBody
            key={id}
            job={job}
            feed={feed}
            failure={
              job.status === 'failed' && (
                <JobFailure
                  job={job}
                  tail={feed.log.slice(-tailLines)}
                  onRetry={mayAct ? () => void tryAgain() : null}
                  isRetrying={retry.isPending}
                />
              )
            }
          />
        ) : query.isError ? (
          <ScreenError title={words('notLoaded')} error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton className="h-96 w-full rounded-lg" />
        )}
      </PageBody>
      <AskedDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={words('stopTitle')}
        consequences={[words('stopEnds'), words('stopCosts'), words('stopKeeps')]}
        confirmLabel={words('stop')}
        isDangerous
        // Where it cannot be stopped, it may have ended by itself.
        onConfirm={() => cancel.mutateAsync().finally(() => void query.refetch())}
      />
    </>
  );
}
