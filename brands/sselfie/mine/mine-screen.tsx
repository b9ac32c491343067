'use client';

import type { Asset, BrandModel, Page, TrainingJob } from '@act/ui/api/answers';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { isFinished } from '@act/ui/jobs/job-status';
import { ButtonLink } from '@act/ui/primitives/button-link';
import { EmptyState } from '@act/ui/primitives/empty-state';
import { More } from '@act/ui/primitives/more';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { Tabs } from '@act/ui/primitives/tabs';
import { WeightsCard } from '@act/ui/screens/job/weights-card';
import { ScreenError } from '@act/ui/screens/screen-error';
import { useStudio } from '@act/ui/screens/studio';
import { useTrainingAssets } from '@act/ui/studio/datasets/use-training-assets';
import { usePages } from '@act/ui/studio/use-pages';
import { Camera, FileBox, ListChecks, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { LikenessCard } from './likeness-card.tsx';
import { toLikenesses } from './likenesses.ts';
import { type MineView, mineViews } from './mine-view.ts';
import { RunRow } from './run-row.tsx';
import { UploadsView } from './uploads-view.tsx';

interface MineScreenProps {
  readonly view: MineView;
  readonly firstJobs?: Page<TrainingJob> | undefined;
  readonly firstModels?: Page<BrandModel> | undefined;
  readonly firstAssets?: Page<Asset> | undefined;
}

const icons = {
  models: <UserRound aria-hidden />,
  runs: <ListChecks aria-hidden />,
  selfies: <Camera aria-hidden />,
  weights: <FileBox aria-hidden />,
};

/** Everything that is kept of somebody here, and nobody else's. */
export function MineScreen({ view: firstView, firstJobs, firstModels, firstAssets }: MineScreenProps) {
  const words = useTranslations('sselfie.mine');
  const { api } = useStudio();
  const [view, setView] = useState(firstView);
  const jobs = usePages({
    key: ['jobs', 'mine'],
    load: (cursor, signal) => api.jobs.list({ cursor, limit: 50, signal }),
    first: firstJobs,
    isMoving: ({ status }) => !isFinished(status),
  });
  // What a training became is looked up once it is done.
  const done = countDone(jobs.items);
  const models = usePages({
    key: ['models', 'mine', done],
    load: (cursor, signal) => api.models.list({ cursor, includeRetired: true, signal }),
    first: done === countDone(firstJobs?.items ?? []) ? firstModels : undefined,
  });
  const assets = useTrainingAssets(firstAssets);
  const lists = {
    models: { list: models, count: toLikenesses(jobs.items, models.items).length },
    runs: { list: jobs, count: jobs.items.length },
    selfies: { list: assets, count: assets.items.length },
    weights: { list: models, count: models.items.length },
  };
  const contents: Record<MineView, () => ReactNode> = {
    models: () => (
      <ul className="grid gap-4 lg:grid-cols-2">
        {toLikenesses(jobs.items, models.items).map((likeness) => (
          <LikenessCard
            key={likeness.id}
            likeness={likeness}
            selfie={assets.items.find(({ id }) => id === likeness.job?.trainingAssetIds[0])}
          />
        ))}
      </ul>
    ),
    runs: () => (
      <ul className="flex flex-col">
        {jobs.items.map((job) => (
          <RunRow key={job.id} job={job} />
        ))}
      </ul>
    ),
    selfies: () => <UploadsView selfies={assets.items} />,
    weights: () => (
      <ul className="flex flex-col gap-3">
        {models.items.map((model) => (
          <li key={model.id}>
            <WeightsCard model={model} />
          </li>
        ))}
      </ul>
    ),
  };
  const choose = (chosen: MineView) => {
    setView(chosen);
    window.history.replaceState(null, '', chosen === 'models' ? '/models' : `/models?view=${chosen}`);
  };
  const show = (one: MineView) => {
    const { list, count } = lists[one];
    if (list.isError && !list.data) {
      return (
        <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
      );
    }
    if (list.isPending) return <Skeleton className="h-80 w-full rounded-lg" />;
    if (count === 0) {
      return (
        <EmptyState
          icon={icons[one]}
          title={words(`empty.${one}`)}
          line={words('emptyLine')}
          action={
            <ButtonLink href="/training" variant="primary">
              {words('train')}
            </ButtonLink>
          }
        />
      );
    }
    return (
      <>
        {contents[one]()}
        {list.hasNextPage && (
          <More
            shown={count}
            hasMore
            isLoading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        )}
      </>
    );
  };
  return (
    <>
      <PageHeader title={words('title')} />
      <PageBody>
        <div className="mx-auto w-full max-w-6xl">
          <Tabs
            label={words('views')}
            value={view}
            onChoose={choose}
            tabs={mineViews.map((value) => ({
              value,
              label: words(`view.${value}`),
              count: lists[value].count,
              content: show(value),
            }))}
          />
        </div>
      </PageBody>
    </>
  );
}

const countDone = (jobs: readonly TrainingJob[]): number =>
  jobs.filter(({ status }) => status === 'completed').length;
