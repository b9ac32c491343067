'use client';

import { RotateCw, Sparkles, Square } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { isCancellable } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { notify } from '../../primitives/notify.ts';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { StatusChip } from '../../primitives/status-chip.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { JobDetails } from './job-details.tsx';
import { JobHealth } from './job-health.tsx';
import { JobOverview } from './job-overview.tsx';
import { useJob } from './use-job.ts';
import { useJobFeed } from './use-job-feed.ts';

const AlertDialog = dynamic(() =>
  import('../../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);

interface JobScreenProps {
  readonly id: string;
  readonly first?: TrainingJob | undefined;
}

/** One training: what is happening, what comes next, and what came of it. */
export function JobScreen({ id, first }: JobScreenProps) {
  const words = useWords('job');
  const router = useRouter();
  const { brand } = useStudio();
  const { query, cancel, retry } = useJob(id, first);
  const feed = useJobFeed(id);
  const [isAsking, setIsAsking] = useState(false);
  const job = query.data;
  const tryAgain = async () => {
    try {
      const next = await retry.mutateAsync();
      router.push(studioPaths.job(next.id));
    } catch {
      notify('error', words('notRetried'));
    }
  };
  const mayAct = brand.role !== 'viewer';
  const isEnded = job?.status === 'failed' || job?.status === 'cancelled';
  const actions = job && mayAct && (
    <>
      {isCancellable(job.status) && (
        <Button
          icon={<Square aria-hidden size={14} />}
          isLoading={job.cancelRequestedAt !== null}
          onClick={() => setIsAsking(true)}
        >
          {words(job.cancelRequestedAt ? 'stopping' : 'stop')}
        </Button>
      )}
      {isEnded && (
        <Button
          variant="primary"
          icon={<RotateCw aria-hidden size={15} />}
          isLoading={retry.isPending}
          onClick={() => void tryAgain()}
        >
          {words('retry')}
        </Button>
      )}
      {job.status === 'completed' && (
        <ButtonLink
          href={studioPaths.generateWith(job.name)}
          variant="primary"
          icon={<Sparkles aria-hidden size={15} />}
        >
          {words('generate')}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHeader
        title={job?.name ?? words('title')}
        status={job && <StatusChip status={job.status} progress={job.progress} />}
        backHref={studioPaths.jobs}
        actions={actions}
      />
      <PageBody>
        {job ? (
          <div className="grid grid-cols-1 gap-8 xl:grid-cols-[minmax(0,1fr)_360px]">
            <JobOverview job={job} told={feed.marks} />
            <div className="xl:row-span-2">
              <JobDetails job={job} />
            </div>
            <JobHealth feed={feed} />
          </div>
        ) : query.isError ? (
          <ScreenError title={words('notLoaded')} error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton className="h-96 w-full rounded-lg" />
        )}
      </PageBody>
      <AlertDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={words('stopTitle')}
        consequences={[words('stopEnds'), words('stopCosts'), words('stopKeeps')]}
        confirmLabel={words('stop')}
        isDangerous
        onConfirm={async () => void (await cancel.mutateAsync())}
      />
    </>
  );
}
