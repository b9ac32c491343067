'use client';

import { PackageOpen } from 'lucide-react';
import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useJobModel } from './use-job-model.ts';
import { WeightsCard } from './weights-card.tsx';

/** The weights that came of it, with what is needed to check them. */
export function JobFiles({ job }: { readonly job: TrainingJob }) {
  const words = useWords('job');
  const query = useJobModel(job);
  if (query.isError) {
    return (
      <ScreenError title={words('filesNotLoaded')} error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (query.isLoading) return <Skeleton className="h-28 w-full rounded-lg" />;
  const model = query.data;
  if (!model) {
    return (
      <EmptyState
        icon={<PackageOpen aria-hidden />}
        title={words('filesNone')}
        line={words(
          job.status === 'completed' ? 'filesGone' : isFinished(job.status) ? 'filesNever' : 'filesLater',
        )}
      />
    );
  }
  return <WeightsCard model={model} />;
}
