'use client';

import { useQuery } from '@tanstack/react-query';
import { Eye, ImagePlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { Asset, Page, TrainingRules } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Spinner } from '../../primitives/spinner.tsx';
import { TrainingSteps } from '../datasets/training-steps.tsx';
import { useTrainingAssets } from '../datasets/use-training-assets.ts';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { ConfigureBody } from './configure-body.tsx';

interface ConfigureScreenProps {
  readonly first?: Page<Asset> | undefined;
  readonly firstRules?: TrainingRules | undefined;
}

/** For whoever may train; a viewer is told who may. */
export function ConfigureScreen(props: ConfigureScreenProps) {
  const words = useWords('configure');
  if (useStudio().brand.role !== 'viewer') return <ConfigureForMembers {...props} />;
  return (
    <>
      <PageHeader title={words('title')} backHref={studioPaths.upload} />
      <PageBody>
        <EmptyState
          icon={<Eye aria-hidden />}
          title={words('viewer.title')}
          line={words('viewer.line')}
          action={
            <ButtonLink href={studioPaths.jobs} variant="primary">
              {words('viewer.act')}
            </ButtonLink>
          }
        />
      </PageBody>
    </>
  );
}

/** What the model learns, how well, and what that costs, before it does. */
function ConfigureForMembers({ first, firstRules }: ConfigureScreenProps) {
  const words = useWords('configure');
  const router = useRouter();
  const { api } = useStudio();
  const list = useTrainingAssets(first);
  const rules = useQuery({
    queryKey: ['trainingRules'],
    queryFn: ({ signal }) => api.jobs.rules(signal),
    // They change with the program alone.
    staleTime: Number.POSITIVE_INFINITY,
    ...(firstRules && { initialData: firstRules }),
  });
  const unread = [list, rules].find(({ isError, data }) => isError && !data);
  const checking = list.received.length;
  const isEmpty = list.isSuccess && list.ready.length === 0;
  return (
    <>
      <PageHeader title={words('title')} backHref={studioPaths.upload}>
        <TrainingSteps now="settings" />
      </PageHeader>
      {unread ? (
        <PageBody>
          <ScreenError
            title={words('notLoaded')}
            error={unread.error}
            onRetry={() => void unread.refetch()}
          />
        </PageBody>
      ) : isEmpty && checking > 0 ? (
        <PageBody>
          <EmptyState
            icon={<Spinner size={28} />}
            title={words('checkingTitle')}
            line={words('checkingLine', { count: checking })}
          />
        </PageBody>
      ) : isEmpty ? (
        <PageBody>
          <EmptyState
            icon={<ImagePlus aria-hidden />}
            title={words('noPictures')}
            line={words('noPicturesLine')}
            action={
              <ButtonLink href={studioPaths.upload} variant="primary">
                {words('addPictures')}
              </ButtonLink>
            }
          />
        </PageBody>
      ) : rules.data ? (
        <ConfigureBody
          rules={rules.data}
          pictures={list.ready}
          checking={checking}
          onStarted={(jobId) => router.push(studioPaths.job(jobId))}
        />
      ) : (
        <PageBody>
          <Skeleton className="h-96 w-full rounded-lg" />
        </PageBody>
      )}
    </>
  );
}
