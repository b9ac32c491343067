'use client';

import type { Asset } from '@act/ui/api/answers';
import { formatBytes } from '@act/ui/format/bytes';
import { notify } from '@act/ui/hooks/notify';
import { Button } from '@act/ui/primitives/button';
import { IconButton } from '@act/ui/primitives/icon-button';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { Spinner } from '@act/ui/primitives/spinner';
import { BrokenOffNote } from '@act/ui/screens/datasets/upload/broken-off-note';
import { PictureInputs } from '@act/ui/screens/datasets/upload/picture-inputs';
import { UploadReport } from '@act/ui/screens/datasets/upload/upload-report';
import { UploadTiles } from '@act/ui/screens/datasets/upload/upload-tiles';
import { useDropTarget } from '@act/ui/studio/datasets/upload/use-drop-target';
import type { PictureSet } from '@act/ui/studio/datasets/use-picture-set';
import { useRefusalWords } from '@act/ui/studio/use-refusal-words';
import { Camera, ImagePlus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { SelfieAdvice } from './selfie-advice.tsx';
import { SelfieCounter } from './selfie-counter.tsx';
import { SelfiePrint } from './selfie-print.tsx';

/** Selfies from the camera or from anywhere, each with what was looked at as soon as it came. */
export function SelfiesSection({ selfies }: { readonly selfies: PictureSet }) {
  const words = useTranslations('sselfie.selfies');
  const [language, describe] = [useLocale(), useRefusalWords()];
  const { bounds, uploads, add, room, list, pictures, report } = selfies;
  const [files, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const isOver = useDropTarget(add, true);
  const leaveOut = (selfie: Asset) =>
    void selfies
      .leaveOut(selfie)
      .catch((error: unknown) => notify('error', words('notLeftOut'), { description: describe(error) }));
  const isEmpty = pictures.length + uploads.items.length === 0;
  return (
    <section aria-labelledby="selfies" className="flex min-w-0 flex-col gap-5">
      <div>
        <h2 id="selfies" className="font-medium text-xl sm:text-2xl">
          {words('title')}
        </h2>
        <p className="mt-2 max-w-[54ch] text-muted">{words('lead', { least: bounds.minimumImages })}</p>
      </div>
      <SelfieCounter
        ready={selfies.ready.length}
        pending={selfies.pending}
        least={bounds.minimumImages}
        best={bounds.recommendedImages}
      />
      <PictureInputs
        files={files}
        camera={camera}
        labels={{ files: words('choose'), camera: words('camera') }}
        onPicked={add}
      />
      <div
        className={`flex flex-col gap-3 rounded-lg border border-dashed p-3 transition-colors duration-100 ${isOver ? 'border-accent-ink bg-accent-soft' : 'border-edge/50'}`}
      >
        <div className="flex gap-2 [&>*]:flex-1">
          <Button
            className="pointer-fine:hidden"
            variant="primary"
            icon={<Camera aria-hidden size={17} />}
            aria-disabled={room === 0}
            onClick={() => camera.current?.click()}
          >
            {words('camera')}
          </Button>
          <Button
            icon={<ImagePlus aria-hidden size={17} />}
            aria-disabled={room === 0}
            onClick={() => files.current?.click()}
          >
            {words('choose')}
          </Button>
        </div>
        <p className="text-center text-muted text-xs">
          <span className="pointer-coarse:hidden">{words(isOver ? 'dropNow' : 'drop')} </span>
          {words('takes', { limit: formatBytes(language, bounds.maximumFileBytes) })}
          {uploads.isReading && <Spinner label={words('reading')} size={13} />}
        </p>
      </div>
      {list.isPending ? (
        <Skeleton className="h-64 w-full" />
      ) : (
        !isEmpty && (
          <ul aria-label={words('yours')} className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4">
            {pictures.map((selfie, index) => (
              <SelfiePrint
                key={selfie.id}
                selfie={selfie}
                number={index + 1}
                report={report}
                corner={
                  <IconButton
                    size="small"
                    label={words('leaveOut', { number: index + 1 })}
                    icon={<X size={16} />}
                    onClick={() => leaveOut(selfie)}
                  />
                }
              />
            ))}
            {uploads.items.length > 0 && (
              <li className="contents">
                <UploadTiles items={uploads.items} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
              </li>
            )}
          </ul>
        )
      )}
      {selfies.tooMany > 0 && (
        <p role="status" className="text-warn">
          {words('tooMany', { count: selfies.tooMany, most: bounds.maximumImages })}
        </p>
      )}
      <UploadReport uploads={uploads} assets={list.items} report={report} />
      <BrokenOffNote
        uploads={uploads.brokenOff}
        onChoose={() => files.current?.click()}
        onForget={uploads.forgetBrokenOff}
      />
      {!list.isPending && <SelfieAdvice isOpen={isEmpty} />}
    </section>
  );
}
