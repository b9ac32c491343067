'use client';

import type { ModelType } from '@act/tenant-config';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Select } from '../../primitives/select.tsx';
import type { ReadyLora } from '../lora.ts';

interface LoraPickerProps {
  readonly loras: readonly ReadyLora[];
  readonly bases: readonly ModelType[];
  /** Of the LoRA that is chosen; empty for none. */
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

const prefix = 'lora:';

/** The bases, each with the LoRAs that were trained on it. A base by itself is not painted with here. */
export function LoraPicker({ loras, bases, value, onChoose }: LoraPickerProps) {
  const [words, names] = [useWords('lora.home'), useWords('bases')];
  const options = bases.flatMap((base) => [
    { value: base, label: words('base', { base: names(base) }), isDisabled: true },
    ...loras
      .filter(({ model_type }) => model_type === base)
      .map(({ id, name, is_others }) => ({
        value: `${prefix}${id}`,
        label: `${prefix} ${is_others ? words('shared', { name }) : name}`,
      })),
  ]);
  return (
    <Field label={words('model')}>
      <Select
        value={value === '' ? '' : `${prefix}${value}`}
        options={[
          ...(value === '' ? [{ value: '', label: words('choose'), isDisabled: true }] : []),
          ...options,
        ]}
        onChoose={(chosen) => onChoose(chosen.slice(prefix.length))}
      />
    </Field>
  );
}
