'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isFinished } from '../jobs/job-status.ts';
import { useWords } from '../messages/use-words.ts';
import { Dialog } from '../primitives/dialog.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useJob } from '../screens/job/use-job.ts';
import { useJobFeed } from '../screens/job/use-job-feed.ts';
import { ScreenError } from '../screens/screen-error.tsx';
import { useStudio } from '../screens/studio.tsx';
import { DetailDialog } from './detail-dialog.tsx';
import { TrainingDialog } from './training-dialog.tsx';

interface LoraDialogProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Goes on to another one: what came of a second try. */
  readonly onOpen: (id: string) => void;
}

/** One LoRA over the page: its training while that runs, and then what came of it. */
export function LoraDialog({ id, onClose, onOpen }: LoraDialogProps) {
  const words = useWords('lora');
  const { brand } = useStudio();
  const client = useQueryClient();
  const { feed, connection } = useJobFeed(id);
  const { query, cancel } = useJob(id, undefined, connection === 'live');
  const job = query.data;
  // Whoever sees it end keeps what they saw, until they ask for what came of it.
  const [isFollowed, setIsFollowed] = useState(false);
  const isRunning = job !== undefined && !isFinished(job.status);
  if (isRunning && !isFollowed) setIsFollowed(true);
  const status = job?.status;
  useEffect(() => {
    if (status && isFinished(status)) void client.invalidateQueries({ queryKey: [brand.id, 'loras'] });
  }, [client, brand.id, status]);
  if (!job) {
    return (
      <Dialog isOpen onClose={onClose} title={query.isError ? words('detail.goneTitle') : ' '}>
        {query.isError ? (
          <ScreenError
            title={words('detail.gone')}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <Skeleton className="h-72 w-full" />
        )}
      </Dialog>
    );
  }
  if (isFollowed && job.status !== 'failed') {
    return (
      <TrainingDialog
        job={job}
        feed={feed}
        connection={connection}
        // Where it cannot be stopped, it may have ended by itself.
        onCancel={() => cancel.mutateAsync().finally(() => void query.refetch())}
        onClose={onClose}
        onShow={() => setIsFollowed(false)}
      />
    );
  }
  return <DetailDialog job={job} tail={feed.log.slice(-10)} onClose={onClose} onOpen={onOpen} />;
}
