'use client';

import type { ModelType, SubjectKind } from '@act/tenant-config';
import { ImagePlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Asset, Page } from '../../api/answers.ts';
import type { Preset, TrainingConfigWish } from '../../api/wishes.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { RadioCards } from '../../primitives/radio-cards.tsx';
import { Slider } from '../../primitives/slider.tsx';
import { Switch } from '../../primitives/switch.tsx';
import { TrainingSteps } from '../datasets/training-steps.tsx';
import { useReadiness } from '../datasets/use-readiness.ts';
import { useTrainingAssets } from '../datasets/use-training-assets.ts';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { NameFields } from './name-fields.tsx';
import { PresetCards } from './preset-cards.tsx';
import { presetSteps, timesSeen } from './presets.ts';
import { QuoteFooter } from './quote-footer.tsx';

const kinds: readonly SubjectKind[] = ['style', 'character', 'product', 'person'];

interface ConfigureScreenProps {
  readonly first?: Page<Asset> | undefined;
}

/** What the model learns, how well, and what that costs, before it does. */
export function ConfigureScreen({ first }: ConfigureScreenProps) {
  const [words, kindWords, bases] = [useWords('configure'), useWords('kinds'), useWords('bases')];
  const router = useRouter();
  const { brand } = useStudio();
  const { ready, isPending } = useTrainingAssets(first);
  const [kind, setKind] = useState<SubjectKind>('style');
  const [modelType, setModelType] = useState<ModelType>(brand.training.allowedModelTypes[0] ?? 'flux');
  const [preset, setPreset] = useState<Preset>('standard');
  const [ownSteps, setOwnSteps] = useState<number | null>(null);
  const [isCaptioned, setIsCaptioned] = useState(true);
  const [texts, setTexts] = useState({ name: '', triggerWord: '' });
  const readiness = useReadiness(ready, kind);
  const steps = ownSteps ?? presetSteps(modelType, preset);
  const config: TrainingConfigWish = {
    preset,
    autocaption: isCaptioned,
    ...(ownSteps !== null && { steps: ownSteps }),
    ...(texts.triggerWord && { triggerWord: texts.triggerWord }),
  };
  const header = (
    <PageHeader title={words('title')} backHref={studioPaths.upload}>
      <TrainingSteps now="settings" />
    </PageHeader>
  );
  if (!isPending && ready.length === 0) {
    return (
      <>
        {header}
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
      </>
    );
  }
  return (
    <>
      {header}
      <PageBody width="form">
        <RadioCards
          label={words('kind')}
          value={kind}
          onChoose={setKind}
          className="sm:grid-cols-2 lg:grid-cols-4"
          cards={kinds.map((one) => ({
            value: one,
            label: kindWords(`${one}.word`),
            hint: kindWords(`${one}.line`),
          }))}
        />
        <NameFields texts={texts} onChange={setTexts} />
        {brand.training.allowedModelTypes.length > 1 && (
          <RadioCards
            label={words('base')}
            value={modelType}
            onChoose={setModelType}
            cards={brand.training.allowedModelTypes.map((one) => ({
              value: one,
              label: bases(one),
              hint: words(`baseLines.${one}`),
            }))}
          />
        )}
        <PresetCards
          modelType={modelType}
          preset={preset}
          onChoose={(chosen) => {
            setPreset(chosen);
            setOwnSteps(null);
          }}
        />
        <div className="grid gap-8 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2">
          <Slider
            label={words('steps')}
            value={steps}
            minimum={100}
            maximum={4000}
            step={50}
            hint={words('seen', { times: timesSeen(steps, ready.length), count: ready.length })}
            onSlide={setOwnSteps}
          />
          <Switch
            label={words('autocaption')}
            hint={words('autocaptionLine')}
            isOn={isCaptioned}
            onToggle={setIsCaptioned}
          />
        </div>
      </PageBody>
      <QuoteFooter
        wish={{
          modelType,
          subjectKind: kind,
          trainingAssetIds: ready.map(({ id }) => id),
          config,
          ...(texts.name && { name: texts.name }),
        }}
        report={readiness.data}
        onStarted={(jobId) => router.push(studioPaths.job(jobId))}
      />
    </>
  );
}
