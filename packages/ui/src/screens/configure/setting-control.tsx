'use client';

import { useWords } from '../../messages/use-words.ts';
import { Input } from '../../primitives/input.tsx';
import { NumberInput } from '../../primitives/number-input.tsx';
import { Select } from '../../primitives/select.tsx';
import type { SettingName, TrainingSettings } from './presets.ts';
import type { TrainingLimits } from './training-limits.ts';

interface SettingControlProps {
  readonly name: SettingName;
  readonly settings: TrainingSettings;
  readonly limits: TrainingLimits;
  readonly onChange: <Name extends SettingName>(name: Name, value: TrainingSettings[Name]) => void;
}

/** What a setting is changed by: a list, a switch in words, or something to write in. */
export function SettingControl({ name, settings, limits, onChange }: SettingControlProps) {
  const words = useWords('configure');
  switch (name) {
    case 'optimizer':
      return (
        <Select
          value={settings.optimizer}
          options={limits.optimizers.map((value) => ({ value, label: value }))}
          onChoose={(value) => onChange(name, value)}
        />
      );
    case 'autocaption':
      return (
        <Select
          value={settings.autocaption ? 'on' : 'off'}
          options={[
            { value: 'on', label: words('on') },
            { value: 'off', label: words('off') },
          ]}
          onChoose={(value) => onChange(name, value === 'on')}
        />
      );
    case 'resolution':
      return (
        <Input
          value={settings.resolution}
          autoComplete="off"
          inputMode="numeric"
          className="figures"
          onChange={({ target }) => onChange(name, target.value.replaceAll(' ', ''))}
        />
      );
    case 'seed':
      return (
        <NumberInput
          value={settings.seed}
          mayBeEmpty
          placeholder={words('drawn')}
          className="figures"
          onNumber={(value) => onChange(name, value)}
        />
      );
    default:
      return (
        <NumberInput
          value={settings[name]}
          className="figures"
          onNumber={(value) => value !== null && onChange(name, value)}
        />
      );
  }
}
