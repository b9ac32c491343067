'use client';

import type { BrandModel } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Select } from '../../primitives/select.tsx';
import { groupVersions, isOthers } from '../models/group-versions.ts';
import { findModel } from './find-model.ts';

interface ModelPickerProps {
  readonly models: readonly BrandModel[];
  readonly modelId: string;
  readonly onChoose: (modelId: string) => void;
}

/** The brand's own LoRAs, and the versions of the one that is chosen. */
export function ModelPicker({ models, modelId, onChoose }: ModelPickerProps) {
  const [words, bases] = [useWords('generate'), useWords('bases')];
  const groups = groupVersions(models);
  const chosen = groups.find((versions) => versions.some((one) => one.modelId === modelId));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,9rem)] gap-2">
      <Field label={words('model')}>
        <Select
          value={chosen?.[0].id ?? ''}
          onChoose={(id) => {
            const versions = groups.find(([newest]) => newest.id === id);
            onChoose(findModel(versions ?? [], undefined)?.modelId ?? '');
          }}
          options={groups.map(([newest]) => ({
            value: newest.id,
            label: `${isOthers(newest) ? newest.shared.name : newest.name} · ${bases(newest.modelType)}`,
          }))}
        />
      </Field>
      <Field label={words('version')}>
        <Select
          value={modelId}
          onChoose={onChoose}
          options={(chosen ?? []).map((one) => ({
            value: one.modelId,
            label: `v${one.version}${one.aliases.includes('live') ? ` · ${words('live')}` : ''}`,
          }))}
        />
      </Field>
    </div>
  );
}
