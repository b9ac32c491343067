'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ArrowRight, WandSparkles } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Asset, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { More } from '../../primitives/more.tsx';
import { notify } from '../../primitives/notify.ts';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { AssetGrid } from './asset-grid.tsx';
import { DropZone } from './drop-zone.tsx';
import { GoodPictures } from './good-pictures.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import { TrainingSteps } from './training-steps.tsx';
import { UploadTiles } from './upload-tiles.tsx';
import { useAssetChanges } from './use-asset-changes.ts';
import { useReadiness } from './use-readiness.ts';
import { useTrainingAssets } from './use-training-assets.ts';
import { useUploads } from './use-uploads.ts';

interface DatasetsScreenProps {
  readonly first?: Page<Asset> | undefined;
  readonly step?: 'images' | 'captions' | undefined;
}

/** The pictures to train with: brought, looked at, described. */
export function DatasetsScreen({ first, step = 'images' }: DatasetsScreenProps) {
  const words = useWords('datasets');
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const list = useTrainingAssets(first);
  const refresh = useCallback(
    () => void client.invalidateQueries({ queryKey: [brand.id, 'assets'] }),
    [client, brand.id],
  );
  const uploads = useUploads(refresh);
  const change = useAssetChanges();
  const judged = list.items.filter(({ isTrainingData, status }) => isTrainingData && status !== 'rejected');
  const readiness = useReadiness(judged, 'style');
  const [onlyIds, setOnlyIds] = useState<readonly string[] | null>(null);
  const shown = onlyIds ? list.items.filter(({ id }) => onlyIds.includes(id)) : list.items;
  const captioned = list.ready.filter(({ caption }) => caption).length;
  const isReadOnly = brand.role === 'viewer';
  const isEmpty = list.isSuccess && list.items.length === 0 && uploads.items.length === 0;
  const maximumBytes = Math.max(...Object.values(brand.training.subjects).map((one) => one.maximumFileBytes));
  const caption = async () => {
    const without = list.ready.filter((asset) => !asset.caption).map(({ id }) => id);
    try {
      await api.assets.requestCaptions(without);
      notify('success', words('captionsAsked', { count: without.length }));
    } catch {
      notify('error', words('captionsRefused'));
    }
  };
  return (
    <>
      <PageHeader
        title={words('title')}
        status={
          list.ready.length > 0 && (
            <Badge tone={captioned === list.ready.length ? 'good' : captioned === 0 ? 'neutral' : 'warn'}>
              {words('captioned', { done: captioned, total: list.ready.length })}
            </Badge>
          )
        }
        actions={
          list.ready.length > 0 && (
            <ButtonLink href={studioPaths.configure} variant="primary">
              {words('next')}
              <ArrowRight aria-hidden size={16} />
            </ButtonLink>
          )
        }
      >
        <TrainingSteps now={step} />
      </PageHeader>
      <PageBody>
        <DropZone maximumBytes={maximumBytes} onFiles={uploads.add} isDisabled={isReadOnly} isSlim={!isEmpty}>
          {list.isError && !list.data ? (
            <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
          ) : isEmpty ? (
            <GoodPictures />
          ) : (
            <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_300px]">
              <div className="min-w-0 max-lg:order-2">
                <AssetGrid
                  assets={shown}
                  isCaptioning={step === 'captions'}
                  isReadOnly={isReadOnly}
                  onChange={(asset, changes) => void change(asset, changes)}
                >
                  <UploadTiles items={uploads.items} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
                </AssetGrid>
                <More
                  shown={shown.length}
                  hasMore={list.hasNextPage}
                  isLoading={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              </div>
              <div className="flex flex-col gap-4 lg:sticky lg:top-32">
                {!isReadOnly && captioned < list.ready.length && (
                  <Button icon={<WandSparkles aria-hidden size={15} />} onClick={() => void caption()}>
                    {words('autocaption')}
                  </Button>
                )}
                {judged.length > 0 && (
                  <ReadinessPanel report={readiness.data} chosen={onlyIds} onChoose={setOnlyIds} />
                )}
              </div>
            </div>
          )}
        </DropZone>
      </PageBody>
    </>
  );
}
