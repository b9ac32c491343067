'use client';

import type { Asset, Page, TrainingJob } from '@act/ui/api/answers';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { StepStrip } from '@act/ui/primitives/step-strip';
import { ScreenError } from '@act/ui/screens/screen-error';
import { useTranslations } from 'next-intl';
import { Critter } from '../look/critter.tsx';
import { CharacterCard } from './character-card.tsx';
import { CharacterStep } from './character-step.tsx';
import { FinishStep } from './finish-step.tsx';
import { LookStep } from './look-step.tsx';
import { PhotosStep } from './photos-step.tsx';
import { StepFooter } from './step-footer.tsx';
import { type Step, stepPath, steps } from './steps.ts';
import { useCreating } from './use-creating.ts';
import { useDraft } from './use-draft.ts';
import { usePhotos } from './use-photos.ts';
import { useStep } from './use-step.ts';

interface CreateScreenProps {
  readonly firstAssets?: Page<Asset> | undefined;
  readonly firstJobs?: Page<TrainingJob> | undefined;
}

/** A character is made: photos, looks, a temper, a name. */
export function CreateScreen({ firstAssets, firstJobs }: CreateScreenProps) {
  const words = useTranslations('create');
  const { draft, change, forget } = useDraft();
  const photos = usePhotos({ firstAssets, firstJobs });
  const { step, go, heading } = useStep();
  const creating = useCreating({ draft, photos, onCreated: forget });
  const isDone: Record<Step, boolean> = {
    photos: photos.ready.length >= photos.bounds.minimumImages,
    look: steps.indexOf(step) > steps.indexOf('look'),
    character: steps.indexOf(step) > steps.indexOf('character'),
    finish: false,
  };
  return (
    <>
      <PageHeader title={words('title')} backHref="/">
        <StepStrip
          label={words('way')}
          steps={steps.map((id) => ({
            id,
            label: words(`steps.${id}`),
            state: id === step ? 'now' : isDone[id] ? 'done' : 'ahead',
            href: stepPath(id),
          }))}
        />
      </PageHeader>
      <PageBody>
        <div className="mx-auto grid w-full max-w-6xl grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
          <section aria-labelledby="step" className="flex min-w-0 flex-col gap-6">
            <div className="flex items-center gap-4">
              <div className="min-w-0 flex-1">
                <h2 id="step" ref={heading} tabIndex={-1} className="text-xl outline-none">
                  {words(`headings.${step}`)}
                </h2>
                <p className="mt-1 max-w-[60ch] text-muted">{words(`leads.${step}`)}</p>
              </div>
              {(step === 'look' || step === 'character') && (
                <Critter
                  traits={draft}
                  className="bob -my-2 size-24 shrink-0 rounded-full bg-raised p-1 ring-1 ring-line lg:hidden"
                />
              )}
            </div>
            {photos.list.isError && !photos.list.data ? (
              <ScreenError
                title={words('photos.notLoaded')}
                error={photos.list.error}
                onRetry={() => void photos.list.refetch()}
              />
            ) : (
              step === 'photos' && <PhotosStep photos={photos} />
            )}
            {step === 'look' && <LookStep draft={draft} onChange={change} />}
            {step === 'character' && <CharacterStep draft={draft} onChange={change} />}
            {step === 'finish' && (
              <FinishStep draft={draft} photos={photos} creating={creating} onChange={change} />
            )}
          </section>
          <div className={step === 'finish' ? '' : 'max-lg:hidden lg:sticky lg:top-36'}>
            <CharacterCard draft={draft} photos={photos.pictures} />
          </div>
        </div>
      </PageBody>
      <StepFooter step={step} creating={creating} onGo={go} />
    </>
  );
}
