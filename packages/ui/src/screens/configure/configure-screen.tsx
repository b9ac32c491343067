'use client';

import { ImagePlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { Asset, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { TrainingSteps } from '../datasets/training-steps.tsx';
import { useTrainingAssets } from '../datasets/use-training-assets.ts';
import { ScreenError } from '../screen-error.tsx';
import { studioPaths } from '../studio-paths.ts';
import { ConfigureBody } from './configure-body.tsx';

interface ConfigureScreenProps {
  readonly first?: Page<Asset> | undefined;
}

/** What the model learns, how well, and what that costs, before it does. */
export function ConfigureScreen({ first }: ConfigureScreenProps) {
  const words = useWords('configure');
  const router = useRouter();
  const list = useTrainingAssets(first);
  const isEmpty = list.isSuccess && list.ready.length === 0;
  return (
    <>
      <PageHeader title={words('title')} backHref={studioPaths.upload}>
        <TrainingSteps now="settings" />
      </PageHeader>
      {list.isError && !list.data ? (
        <PageBody>
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
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
      ) : (
        <ConfigureBody pictures={list.ready} onStarted={(jobId) => router.push(studioPaths.job(jobId))} />
      )}
    </>
  );
}
