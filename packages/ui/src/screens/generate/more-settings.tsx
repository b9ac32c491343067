'use client';

import type { BrandModel } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Select } from '../../primitives/select.tsx';
import { Slider } from '../../primitives/slider.tsx';
import { Textarea } from '../../primitives/textarea.tsx';
import { baseBounds } from './base-bounds.ts';
import type { PromptWish } from './prompt-wish.ts';
import { SeedField } from './seed-field.tsx';

interface MoreSettingsProps {
  readonly wish: PromptWish;
  readonly models: readonly BrandModel[];
  readonly lastSeed: number | null;
  readonly onChange: (changes: Partial<PromptWish>) => void;
}

const twoPlaces = (value: number) => value.toFixed(2);

/** What most runs leave alone; only what the base model knows. */
export function MoreSettings({ wish, models, lastSeed, onChange }: MoreSettingsProps) {
  const words = useWords('generate');
  const model = models.find(({ modelId }) => modelId === wish.modelId);
  const bounds = baseBounds[model?.modelType ?? 'flux'];
  const partners = models.filter(
    ({ modelType, modelId }) => modelType === model?.modelType && modelId !== wish.modelId,
  );
  return (
    <div className="flex flex-col gap-5">
      <Slider
        label={words('strength')}
        hint={words('strengthLine')}
        value={wish.scale}
        minimum={0}
        maximum={2}
        step={0.05}
        format={twoPlaces}
        onSlide={(scale) => onChange({ scale })}
      />
      <SeedField seed={wish.seed} lastSeed={lastSeed} onChange={(seed) => onChange({ seed })} />
      <Slider
        label={words('steps')}
        hint={words('stepsLine')}
        value={Math.min(wish.steps ?? bounds.steps, bounds.maximumSteps)}
        minimum={1}
        maximum={bounds.maximumSteps}
        onSlide={(steps) => onChange({ steps })}
      />
      <Slider
        label={words('guidance')}
        hint={words('guidanceLine')}
        value={Math.min(wish.guidance ?? bounds.guidance, bounds.maximumGuidance)}
        minimum={0}
        maximum={bounds.maximumGuidance}
        step={0.5}
        format={(value) => value.toFixed(1)}
        onSlide={(guidance) => onChange({ guidance })}
      />
      {partners.length > 0 && (
        <Field label={words('second')} hint={words('secondLine')}>
          <Select
            value={wish.secondModelId ?? ''}
            options={[
              { value: '', label: words('secondNone') },
              ...partners.map((one) => ({ value: one.modelId, label: `${one.name} · v${one.version}` })),
            ]}
            onChoose={(id) => onChange({ secondModelId: id === '' ? null : id })}
          />
        </Field>
      )}
      {wish.secondModelId !== null && (
        <Slider
          label={words('secondStrength')}
          value={wish.secondScale}
          minimum={0}
          maximum={2}
          step={0.05}
          format={twoPlaces}
          onSlide={(secondScale) => onChange({ secondScale })}
        />
      )}
      {bounds.knowsNegativePrompt && (
        <Field label={words('negative')} hint={words('negativeLine')}>
          <Textarea
            value={wish.negativePrompt}
            rows={2}
            maxLength={4000}
            onChange={(event) => onChange({ negativePrompt: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}
