'use client';

import type { TrainingJob } from '@act/ui/api/answers';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { notify } from '@act/ui/hooks/notify';
import { isCancellable, isFinished } from '@act/ui/jobs/job-status';
import { Button } from '@act/ui/primitives/button';
import { ButtonLink } from '@act/ui/primitives/button-link';
import { ProgressBar } from '@act/ui/primitives/progress-bar';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { AskedDialog } from '@act/ui/screens/asked-dialog';
import { ConnectionNote } from '@act/ui/screens/job/connection-note';
import { JobFailure } from '@act/ui/screens/job/job-failure';
import { JobHeadline } from '@act/ui/screens/job/job-headline';
import { ScreenError } from '@act/ui/screens/screen-error';
import { useStudio } from '@act/ui/screens/studio';
import { useJob } from '@act/ui/studio/job/use-job';
import { useJobFeed } from '@act/ui/studio/job/use-job-feed';
import { useNow } from '@act/ui/studio/job/use-now';
import { useStageWords } from '@act/ui/studio/job/use-stage-words';
import { useRefusalWords } from '@act/ui/studio/use-refusal-words';
import { Aperture, RotateCw, Square } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ThumbBar } from '../look/thumb-bar.tsx';
import { DevelopingPrint } from './developing-print.tsx';
import { progressPath } from './progress-path.ts';
import { StateSteps } from './state-steps.tsx';

interface ProgressScreenProps {
  readonly id: string;
  readonly first?: TrainingJob | undefined;
}

const tailLines = 10;

/** How far it is: told as it happens, and asked every five seconds while nobody tells. */
export function ProgressScreen({ id, first }: ProgressScreenProps) {
  const words = useTranslations('sselfie.progress');
  const [describe, describeStage] = [useRefusalWords(), useStageWords()];
  const router = useRouter();
  const mayAct = useStudio().brand.role !== 'viewer';
  const { feed, connection } = useJobFeed(id);
  const { query, cancel, retry } = useJob(id, first, connection === 'live');
  const [isAsking, setIsAsking] = useState(false);
  const job = query.data;
  const isOver = job !== undefined && isFinished(job.status);
  const now = useNow(!isOver);
  const [step, total] = [feed.points.at(-1)?.step, job?.config?.steps];
  const tryAgain = async () => {
    try {
      router.push(progressPath((await retry.mutateAsync()).id));
    } catch (error) {
      notify('error', words('notRetried'), { description: describe(error) });
    }
  };
  const isStopping = job?.cancelRequestedAt != null && !isOver;
  return (
    <>
      <PageHeader
        title={job?.name ?? words('title')}
        status={job && !isOver && <ConnectionNote connection={connection} />}
        backHref="/models"
      />
      <PageBody>
        {job ? (
          <div className="mx-auto grid w-full max-w-4xl grid-cols-1 items-start gap-x-14 gap-y-6 md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] md:pt-6">
            <DevelopingPrint key={id} job={job} />
            <div className="flex min-w-0 flex-col gap-6">
              <StateSteps job={job} />
              <JobHeadline job={job} now={now} isRoomKept={!isOver} />
              {!isOver && (
                <ProgressBar
                  key={id}
                  label={job.stage ? describeStage(job.stage) : words('progress')}
                  value={job.progress}
                  detail={
                    job.status === 'training' && step && total ? words('stepOf', { step, total }) : undefined
                  }
                />
              )}
              {job.status === 'failed' && (
                <JobFailure
                  job={job}
                  tail={feed.log.slice(-tailLines)}
                  onRetry={mayAct ? () => void tryAgain() : null}
                  isRetrying={retry.isPending}
                />
              )}
              {job.triggerWord && job.status !== 'failed' && (
                <p className="border-line border-t pt-4 text-muted">
                  {words('word')} <code className="font-mono text-text">{job.triggerWord}</code>
                </p>
              )}
            </div>
          </div>
        ) : query.isError ? (
          <ScreenError title={words('notLoaded')} error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton className="h-96 w-full rounded-lg" />
        )}
      </PageBody>
      {job && mayAct && job.status !== 'failed' && (
        <ThumbBar>
          {job.status === 'completed' ? (
            <ButtonLink
              href={`/studio?job=${encodeURIComponent(id)}`}
              variant="primary"
              className="max-sm:w-full"
              icon={<Aperture aria-hidden size={17} />}
            >
              {words('toStudio')}
            </ButtonLink>
          ) : job.status === 'cancelled' ? (
            <Button
              variant="primary"
              className="max-sm:w-full"
              icon={<RotateCw aria-hidden size={16} />}
              isLoading={retry.isPending}
              onClick={() => void tryAgain()}
            >
              {words('retry')}
            </Button>
          ) : (
            <Button
              className="max-sm:w-full"
              icon={<Square aria-hidden size={14} />}
              isLoading={isStopping}
              aria-disabled={!isCancellable(job.status)}
              onClick={() => setIsAsking(true)}
            >
              {words(isStopping ? 'stopping' : 'stop')}
            </Button>
          )}
        </ThumbBar>
      )}
      <AskedDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={words('stopTitle')}
        consequences={[words('stopEnds'), words('stopKeeps')]}
        confirmLabel={words('stop')}
        isDangerous
        // Where it cannot be stopped, it may have ended by itself.
        onConfirm={() => cancel.mutateAsync().finally(() => void query.refetch())}
      />
    </>
  );
}
