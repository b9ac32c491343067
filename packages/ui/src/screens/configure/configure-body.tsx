'use client';

import { useState } from 'react';
import type { Asset, TrainingRules } from '../../api/answers.ts';
import type { TrainingWish } from '../../api/wishes.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { useWords } from '../../messages/use-words.ts';
import { RadioCards } from '../../primitives/radio-cards.tsx';
import { Switch } from '../../primitives/switch.tsx';
import { useReadiness } from '../datasets/use-readiness.ts';
import { useStudio } from '../studio.tsx';
import { AdvancedSection } from './advanced-section.tsx';
import { checkSetting } from './check-setting.ts';
import { type ConfigureForm, settingsOf, toConfigWish, withSetting } from './configure-form.ts';
import { KindCards } from './kind-cards.tsx';
import { areNamesRight, NameFields } from './name-fields.tsx';
import { PictureStrip } from './picture-strip.tsx';
import { PresetCards } from './preset-cards.tsx';
import { QuoteFooter } from './quote-footer.tsx';
import { StepsField } from './steps-field.tsx';
import { limitsOf } from './training-limits.ts';
import { TriggerLanding } from './trigger-landing.tsx';
import { useConfigureForm } from './use-configure-form.ts';
import { useQuote } from './use-quote.ts';
import { useStart } from './use-start.ts';

interface ConfigureBodyProps {
  readonly rules: TrainingRules;
  readonly pictures: readonly Asset[];
  /** So many more are still looked at. */
  readonly checking: number;
  readonly onStarted: (jobId: string) => void;
}

const settingNames = [
  'steps',
  'learningRate',
  'loraRank',
  'batchSize',
  'resolution',
  'captionDropout',
  'numRepeats',
  'seed',
] as const;

/** Everything that can be chosen, the pictures beside it, and the price beneath. */
export function ConfigureBody({ rules, pictures, checking, onStarted }: ConfigureBodyProps) {
  const [words, bases] = [useWords('configure'), useWords('bases')];
  const { brand } = useStudio();
  const { allowedModelTypes } = brand.training;
  const { form, setForm, forget } = useConfigureForm();
  const [isShown, setIsShown] = useState(false);
  const readiness = useReadiness(pictures, form.subjectKind);
  const settings = settingsOf(rules, form);
  const config = toConfigWish(form);
  const limits = limitsOf(rules, form.modelType, settings.optimizer);
  const isSettingWrong = settingNames.some((name) => checkSetting(name, settings, limits) !== null);
  // The word changes nothing about the price.
  const quote = useQuote(form.modelType, { ...config, triggerWord: undefined }, !isSettingWrong);
  // What was said about other pictures says nothing about these.
  const isJudging = pictures.length > 0 && (readiness.isPending || readiness.isPlaceholderData);
  const isDoubtful = readiness.data?.verdict === 'needs_attention';
  const wish: TrainingWish = {
    ...(form.name && { name: form.name }),
    modelType: form.modelType,
    subjectKind: form.subjectKind,
    config,
    ...(isDoubtful && { trainAnyway: true }),
    trainingAssetIds: pictures.map(({ id }) => id),
  };
  const { start, refusal } = useStart({
    wish,
    chosen: JSON.stringify(form),
    onStarted: (jobId) => {
      forget();
      onStarted(jobId);
    },
  });
  const problems = refusal?.problems ?? [];
  const change = (changes: Partial<ConfigureForm>) => setForm({ ...form, ...changes });
  return (
    <>
      <PageBody width="full">
        <div className="grid grid-cols-1 items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,60rem)_minmax(200px,320px)]">
          <aside className="xl:sticky xl:top-32 xl:order-2">
            <PictureStrip pictures={pictures} checking={checking} report={readiness.data} />
          </aside>
          <div className="flex min-w-0 flex-col gap-7">
            <KindCards kind={form.subjectKind} onChoose={(subjectKind) => change({ subjectKind })} />
            <NameFields form={form} problems={problems} onChange={setForm} />
            <TriggerLanding rules={rules} form={form} pictures={pictures} />
            {allowedModelTypes.length > 1 && (
              <RadioCards
                label={words('base')}
                value={form.modelType}
                onChoose={(modelType) => change({ modelType, own: {} })}
                cards={allowedModelTypes.map((one) => ({
                  value: one,
                  label: bases(one),
                  hint: words(`baseLines.${one}`),
                }))}
              />
            )}
            <PresetCards
              rules={rules}
              modelType={form.modelType}
              preset={form.preset}
              onChoose={(preset) => change({ preset, own: {} })}
            />
            <div className="grid gap-x-10 gap-y-6 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2">
              <StepsField rules={rules} form={form} pictures={pictures.length} onChange={setForm} />
              <Switch
                label={words('autocaption')}
                hint={words(limits.ignored.includes('autocaption') ? 'autocaptionNever' : 'autocaptionLine')}
                isOn={settings.autocaption && !limits.ignored.includes('autocaption')}
                isDisabled={limits.ignored.includes('autocaption')}
                onToggle={(isOn) => setForm(withSetting(rules, form, 'autocaption', isOn))}
              />
            </div>
            <AdvancedSection
              rules={rules}
              form={form}
              wish={wish}
              limits={limits}
              problems={problems}
              isWrong={isShown && isSettingWrong}
              onChange={setForm}
            />
          </div>
        </div>
      </PageBody>
      <QuoteFooter
        wish={wish}
        preset={form.preset}
        quote={quote}
        report={readiness.data}
        checking={checking}
        isJudging={isJudging}
        isInvalid={isSettingWrong || !areNamesRight(form)}
        refusal={refusal}
        onStart={start}
        onJudge={readiness.isError ? () => void readiness.refetch() : null}
        onCheapest={() => change({ preset: 'quick', own: {} })}
        onShowSettings={() => {
          setIsShown(true);
          // What is wrong may have to unfold first.
          setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid=true]')?.focus(), 300);
        }}
      />
    </>
  );
}
