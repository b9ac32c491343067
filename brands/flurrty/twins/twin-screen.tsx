'use client';

import type { TrainingJob } from '@act/ui/api/answers';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { isCancellable, isFinished } from '@act/ui/jobs/job-status';
import { Button } from '@act/ui/primitives/button';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { AskedDialog } from '@act/ui/screens/asked-dialog';
import { ConnectionNote } from '@act/ui/screens/job/connection-note';
import { ScreenError } from '@act/ui/screens/screen-error';
import { useStudio } from '@act/ui/screens/studio';
import { useAskedAct } from '@act/ui/screens/use-asked-act';
import { useJob } from '@act/ui/studio/job/use-job';
import { useJobFeed } from '@act/ui/studio/job/use-job-feed';
import { Square, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FinishedTwin } from './finished-twin.tsx';
import { Making } from './making.tsx';
import { toTwin } from './twin.ts';
import { twinPath } from './twin-path.ts';
import { useDeleteTwin } from './use-delete-twin.ts';

interface TwinScreenProps {
  readonly id: string;
  readonly first?: TrainingJob | undefined;
}

/** A twin: how it comes along while it is made, and itself from then on, under one address. */
export function TwinScreen({ id, first }: TwinScreenProps) {
  const router = useRouter();
  const [isGone, setIsGone] = useState(false);
  const leave = () => {
    // Nothing asks any more for what is not there.
    setIsGone(true);
    router.push('/');
  };
  return isGone ? null : <LivingTwin id={id} first={first} onDeleted={leave} />;
}

interface LivingTwinProps extends TwinScreenProps {
  readonly onDeleted: () => void;
}

function LivingTwin({ id, first, onDeleted }: LivingTwinProps) {
  const [words, jobWords] = [useTranslations('twin'), useTranslations('job')];
  const router = useRouter();
  const mayAct = useStudio().brand.role !== 'viewer';
  const { feed, connection } = useJobFeed(id);
  const { query, cancel, retry } = useJob(id, first, connection === 'live');
  const [asking, setAsking] = useState<'stop' | 'delete' | null>(null);
  const deleteTwin = useDeleteTwin();
  const job = query.data;
  const twin = job && toTwin(job);
  const remove = async () => {
    if (!job) return;
    await deleteTwin(job);
    onDeleted();
  };
  const tryAgain = useAskedAct(async () => {
    const next = await retry.mutateAsync();
    router.push(twinPath(next.id));
  });
  const isStopping = job ? job.cancelRequestedAt !== null && !isFinished(job.status) : false;
  const close = () => setAsking(null);
  return (
    <>
      <PageHeader
        title={twin?.name ?? words('title')}
        status={job && !isFinished(job.status) && <ConnectionNote connection={connection} />}
        backHref="/"
        actions={
          job &&
          mayAct &&
          (isFinished(job.status) ? (
            <Button
              variant="quiet"
              icon={<Trash2 aria-hidden size={16} />}
              onClick={() => setAsking('delete')}
            >
              {words('delete')}
            </Button>
          ) : (
            (isCancellable(job.status) || isStopping) && (
              <Button
                icon={<Square aria-hidden size={14} />}
                isLoading={isStopping}
                onClick={() => setAsking('stop')}
              >
                {words(isStopping ? 'stopping' : 'stop')}
              </Button>
            )
          ))
        }
      />
      <PageBody>
        {twin ? (
          twin.job.status === 'completed' ? (
            <FinishedTwin twin={twin} mayAct={mayAct} />
          ) : (
            <Making
              twin={twin}
              feed={feed}
              isRetrying={retry.isPending}
              retryRefusal={tryAgain.lines}
              onRetry={mayAct ? () => void tryAgain.run().catch(() => undefined) : null}
            />
          )
        ) : query.isError ? (
          <ScreenError title={words('notLoaded')} error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton className="h-96 w-full rounded-lg" />
        )}
      </PageBody>
      <AskedDialog
        isOpen={asking === 'stop'}
        onClose={close}
        title={words('stopTitle', { name: twin?.name ?? '' })}
        consequences={[jobWords('stopEnds'), jobWords('stopKeeps')]}
        confirmLabel={words('stop')}
        isDangerous
        // Where it cannot be stopped, it may have ended by itself.
        onConfirm={() => cancel.mutateAsync().finally(() => void query.refetch())}
      />
      <AskedDialog
        isOpen={asking === 'delete'}
        onClose={close}
        title={words('deleteTitle', { name: twin?.name ?? '' })}
        consequences={[words('deletePhotos'), words('deletePictures'), words('deleteForGood')]}
        confirmLabel={words('deleteConfirm')}
        isDangerous
        onConfirm={remove}
      />
    </>
  );
}
