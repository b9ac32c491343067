'use client';

import { EmptyState } from '@act/ui/primitives/empty-state';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { ScreenError } from '@act/ui/screens/screen-error';
import { useJobModel } from '@act/ui/studio/job/use-job-model';
import { PawPrint } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Portrait } from './portrait.tsx';
import type { Twin } from './twin.ts';
import { TwinPictures } from './twin-pictures.tsx';

interface FinishedTwinProps {
  readonly twin: Twin;
  readonly mayAct: boolean;
}

/** Who it is, and everything that it can be seen in. */
export function FinishedTwin({ twin, mayAct }: FinishedTwinProps) {
  const words = useTranslations('twin');
  const model = useJobModel(twin.job);
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[300px_minmax(0,1fr)] xl:grid-cols-[340px_minmax(0,1fr)]">
      <Portrait twin={twin} />
      {model.data ? (
        <TwinPictures twin={twin} model={model.data} mayAct={mayAct} />
      ) : model.isError ? (
        <ScreenError title={words('notLoaded')} error={model.error} onRetry={() => void model.refetch()} />
      ) : model.isPending ? (
        <Skeleton className="h-96 w-full rounded-lg" />
      ) : (
        <EmptyState icon={<PawPrint aria-hidden />} title={words('gone')} line={words('goneLine')} />
      )}
    </div>
  );
}
