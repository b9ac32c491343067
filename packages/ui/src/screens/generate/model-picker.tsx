'use client';

import type { BrandModel } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Select } from '../../primitives/select.tsx';
import { findModel } from './find-model.ts';

interface ModelPickerProps {
  readonly models: readonly BrandModel[];
  readonly modelId: string;
  readonly onChoose: (modelId: string) => void;
}

/** The brand's own LoRAs, and the versions of the one that is chosen. */
export function ModelPicker({ models, modelId, onChoose }: ModelPickerProps) {
  const [words, bases] = [useWords('generate'), useWords('bases')];
  const model = models.find((one) => one.modelId === modelId);
  const names = [...new Map(models.map((one) => [one.name, one])).values()];
  const versions = models
    .filter(({ name }) => name === model?.name)
    .toSorted((one, other) => other.version - one.version);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,9rem)] gap-2">
      <Field label={words('model')}>
        <Select
          value={model?.name ?? ''}
          onChoose={(name) => onChoose(findModel(models, name)?.modelId ?? '')}
          options={names.map((one) => ({ value: one.name, label: `${one.name} · ${bases(one.modelType)}` }))}
        />
      </Field>
      <Field label={words('version')}>
        <Select
          value={modelId}
          onChoose={onChoose}
          options={versions.map((one) => ({
            value: one.modelId,
            label: `v${one.version}${one.aliases.includes('live') ? ` · ${words('live')}` : ''}`,
          }))}
        />
      </Field>
    </div>
  );
}
