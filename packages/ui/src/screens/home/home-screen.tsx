'use client';

import { Plus } from 'lucide-react';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { HomeModels } from './home-models.tsx';
import { HomePictures } from './home-pictures.tsx';
import { HomeRunning } from './home-running.tsx';
import { HomeWaiting } from './home-waiting.tsx';
import { nextStep } from './ladder.ts';
import { OnboardingLadder } from './onboarding-ladder.tsx';
import { type HomeFirst, useHome } from './use-home.ts';
import { findWaiting } from './waiting.ts';

/** What is going on in this brand, in one look; everything leads to where it can be dealt with. */
export function HomeScreen({ first = {} }: { readonly first?: HomeFirst | undefined }) {
  const words = useWords('overview');
  const { brand } = useStudio();
  const { jobs, models, generations, pictures, rejected } = useHome(first);
  const isHydrated = useIsHydrated();
  const all = [jobs, models, generations, pictures, rejected];
  const broken = all.find(({ isError, data }) => isError && !data);
  const isKnown = all.every(({ data }) => data);
  const step = nextStep({
    pictures: pictures.items.length,
    jobs: jobs.items.length,
    models: models.items.length,
    generations: generations.items.length,
  });
  // How long ago something failed is told by this machine's clock; by the newest training before that, as on the server.
  const now = new Date(isHydrated ? Date.now() : (jobs.items[0]?.createdAt ?? 0));
  const waiting = rejected.data && jobs.data ? findWaiting(rejected.items, jobs.items, now) : null;
  const running = jobs.items.filter(({ status }) => !isFinished(status));
  return (
    <>
      <PageHeader
        title={brand.name}
        actions={
          // A brand that has nothing yet is led there by the first step.
          brand.role !== 'viewer' &&
          !(isKnown && step === 'upload') && (
            <ButtonLink href={studioPaths.upload} variant="primary" icon={<Plus aria-hidden size={16} />}>
              {words('train')}
            </ButtonLink>
          )
        }
      />
      <PageBody>
        {broken && (
          <ScreenError
            title={words('notLoaded')}
            error={broken.error}
            onRetry={() => void Promise.all(all.map((query) => query.refetch()))}
          />
        )}
        {isKnown && step !== null && <OnboardingLadder step={step} isViewer={brand.role === 'viewer'} />}
        <div className="grid items-start gap-x-8 gap-y-7 lg:grid-cols-[minmax(0,1fr)_minmax(300px,360px)]">
          <div className="flex min-w-0 flex-col gap-7 max-lg:contents">
            <HomePictures generations={generations.items} isPending={generations.isPending} />
            <HomeModels models={models.items} generations={generations.items} isPending={models.isPending} />
          </div>
          <div className="flex min-w-0 flex-col gap-7 max-lg:contents [&>*]:max-lg:-order-1">
            <HomeRunning jobs={running} last={jobs.items[0]} isPending={jobs.isPending} />
            <HomeWaiting waiting={waiting} />
          </div>
        </div>
      </PageBody>
    </>
  );
}
