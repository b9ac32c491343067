'use client';

import { ArrowRight, Download, Images } from 'lucide-react';
import { useRef } from 'react';
import type { Asset, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { DownloadLink } from '../download-link.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { LeaveGuard } from './captions/leave-guard.tsx';
import { GoodPictures } from './good-pictures.tsx';
import { TrainingSteps } from './training-steps.tsx';
import { BrokenOffNote } from './upload/broken-off-note.tsx';
import { DropZone } from './upload/drop-zone.tsx';
import { UploadReport } from './upload/upload-report.tsx';
import { useUploads } from './upload/use-uploads.ts';
import { useDataset } from './use-dataset.ts';
import { Workbench } from './workbench.tsx';

interface DatasetsScreenProps {
  readonly first?: Page<Asset> | undefined;
  readonly step?: 'images' | 'captions' | undefined;
}

/** The pictures to train with: brought, looked at, described. */
export function DatasetsScreen({ first, step = 'images' }: DatasetsScreenProps) {
  const words = useWords('datasets');
  const { api, brand } = useStudio();
  const dataset = useDataset(first);
  const { list, ready, captioned, report } = dataset;
  const maximumBytes = Math.max(...Object.values(brand.training.subjects).map((one) => one.maximumFileBytes));
  const uploads = useUploads({ maximumBytes, onArrived: dataset.refresh });
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  const isReadOnly = brand.role === 'viewer';
  const isEmpty = list.isSuccess && list.items.length === 0 && uploads.items.length === 0;
  return (
    <LeaveGuard>
      <PageHeader
        title={words('title')}
        status={
          ready.length > 0 && (
            <Badge tone={captioned === ready.length ? 'good' : captioned === 0 ? 'bad' : 'warn'}>
              {words('captioned', { done: captioned, total: ready.length })}
            </Badge>
          )
        }
        actions={
          ready.length > 0 && (
            <>
              <DownloadLink
                href={api.assets.exportUrl()}
                aria-label={words('download')}
                title={words('download')}
                className="grid size-control place-items-center rounded-md text-muted hover:bg-text/7 hover:text-text max-sm:hidden"
              >
                <Download aria-hidden size={18} />
              </DownloadLink>
              {!isReadOnly && (
                <ButtonLink href={studioPaths.configure} variant="primary">
                  {words('next')}
                  <ArrowRight aria-hidden size={16} />
                </ButtonLink>
              )}
            </>
          )
        }
      >
        <TrainingSteps now={step} />
      </PageHeader>
      <PageBody>
        {isReadOnly && !isEmpty && (
          <p className="max-w-prose rounded-md border border-line px-4 py-3 text-muted">{words('viewer')}</p>
        )}
        {!isReadOnly && (
          <div className="flex flex-col gap-3">
            <DropZone
              input={input}
              maximumBytes={maximumBytes}
              onPicked={(files, refused) => void uploads.add(files, refused)}
              isReading={uploads.isReading}
              isSlim={!isEmpty}
            />
            <BrokenOffNote uploads={uploads.brokenOff} onChoose={choose} onForget={uploads.forgetBrokenOff} />
            <UploadReport uploads={uploads} assets={list.items} report={report} />
          </div>
        )}
        {list.isError && !list.data ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : isEmpty && isReadOnly ? (
          <EmptyState
            icon={<Images aria-hidden />}
            title={words('viewerEmpty.title')}
            line={words('viewerEmpty.line')}
          />
        ) : isEmpty ? (
          <GoodPictures />
        ) : (
          <>
            {list.isError && (
              <p role="status" className="text-muted text-sm">
                {words('old')}
              </p>
            )}
            <Workbench
              dataset={dataset}
              step={step}
              isReadOnly={isReadOnly}
              uploads={uploads}
              onAdd={choose}
            />
          </>
        )}
      </PageBody>
    </LeaveGuard>
  );
}
