'use client';

import type { Asset } from '@act/ui/api/answers';
import { formatBytes } from '@act/ui/format/bytes';
import { notify } from '@act/ui/hooks/notify';
import { Button } from '@act/ui/primitives/button';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { Spinner } from '@act/ui/primitives/spinner';
import { RightsNote } from '@act/ui/screens/datasets/readiness/rights-note';
import { BrokenOffNote } from '@act/ui/screens/datasets/upload/broken-off-note';
import { PictureInputs } from '@act/ui/screens/datasets/upload/picture-inputs';
import { UploadReport } from '@act/ui/screens/datasets/upload/upload-report';
import { UploadTiles } from '@act/ui/screens/datasets/upload/upload-tiles';
import { useDropTarget } from '@act/ui/studio/datasets/upload/use-drop-target';
import { useRefusalWords } from '@act/ui/studio/use-refusal-words';
import { Camera, ImagePlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { PawPrint } from '../look/paw-print.tsx';
import { PhotoAdvice } from './photo-advice.tsx';
import { PhotoTile } from './photo-tile.tsx';
import type { Photos } from './use-photos.ts';

/** Photos of oneself, one place for each: brought from anywhere, taken by the phone, looked at as they come. */
export function PhotosStep({ photos }: { readonly photos: Photos }) {
  const words = useTranslations('create.photos');
  const [language, describe] = [useLocale(), useRefusalWords()];
  const { bounds, uploads, add, room, list, pictures, report } = photos;
  const [files, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const isOver = useDropTarget(add, true);
  const leaveOut = (photo: Asset) =>
    void photos
      .leaveOut(photo)
      .catch((error: unknown) => notify('error', words('notLeftOut'), { description: describe(error) }));
  const filled = pictures.length + uploads.items.length;
  return (
    <>
      <div
        className={`flex flex-col gap-4 rounded-lg border-2 border-dashed p-4 transition-colors duration-100 sm:p-6 ${isOver ? 'border-accent-ink bg-accent-soft' : 'border-edge/50 bg-raised'}`}
      >
        <PictureInputs
          files={files}
          camera={camera}
          labels={{ files: words('choose'), camera: words('camera') }}
          onPicked={add}
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0">
            <span className="block font-bold text-md">
              {isOver ? (
                words('dropNow')
              ) : (
                <>
                  <span className="pointer-coarse:hidden">{words('drop')}</span>
                  <span className="pointer-fine:hidden">{words('add')}</span>
                </>
              )}
            </span>
            <span className="text-muted text-sm">
              {words('takes', { limit: formatBytes(language, bounds.maximumFileBytes) })}
            </span>
          </p>
          <span className="flex flex-wrap items-center gap-2">
            {uploads.isReading && <Spinner label={words('reading')} />}
            <span className="pointer-fine:hidden">
              <Button
                icon={<Camera aria-hidden size={17} />}
                aria-disabled={room === 0}
                onClick={() => camera.current?.click()}
              >
                {words('camera')}
              </Button>
            </span>
            <Button
              variant="primary"
              icon={<ImagePlus aria-hidden size={17} />}
              aria-disabled={room === 0}
              onClick={() => files.current?.click()}
            >
              {words('choose')}
            </Button>
          </span>
        </div>
        {photos.isKnown ? (
          <ul
            aria-label={words('yours')}
            className="grid grid-cols-3 gap-2 sm:grid-cols-6 sm:gap-3 lg:grid-cols-3 xl:grid-cols-6"
          >
            {pictures.map((photo, index) => (
              <PhotoTile key={photo.id} photo={photo} number={index + 1} onLeaveOut={leaveOut} />
            ))}
            {uploads.items.length > 0 && (
              <li className="contents">
                <UploadTiles items={uploads.items} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
              </li>
            )}
            {Array.from({ length: Math.max(0, bounds.maximumImages - filled) }, (_, index) => (
              <EmptyPlace
                key={filled + index}
                isWanted={filled + index < bounds.minimumImages}
                label={words(filled + index < bounds.minimumImages ? 'needed' : 'welcome')}
              />
            ))}
          </ul>
        ) : (
          <Skeleton className="h-40 w-full" />
        )}
        <p role="status" className="font-bold">
          {words(photos.ready.length === 0 ? 'countNone' : 'count', {
            ready: photos.ready.length,
            least: bounds.minimumImages,
            checking: photos.pending,
          })}
        </p>
        {photos.tooMany > 0 && (
          <p role="status" className="text-warn">
            {words('tooMany', { count: photos.tooMany, most: bounds.maximumImages })}
          </p>
        )}
        <UploadReport uploads={uploads} assets={list.items} report={report} />
      </div>
      <BrokenOffNote
        uploads={uploads.brokenOff}
        onChoose={() => files.current?.click()}
        onForget={uploads.forgetBrokenOff}
      />
      <PhotoAdvice report={report} />
      <RightsNote />
    </>
  );
}

interface EmptyPlaceProps {
  readonly isWanted: boolean;
  readonly label: string;
}

const EmptyPlace = ({ isWanted, label }: EmptyPlaceProps) => (
  <li
    className={`flex aspect-square flex-col items-center justify-center gap-1.5 rounded-sm p-1 text-center text-xs ${isWanted ? 'bg-accent-soft text-text' : 'bg-sunken text-muted'}`}
  >
    <PawPrint className={`size-7 ${isWanted ? 'text-accent' : 'text-edge/60'}`} />
    {label}
  </li>
);
