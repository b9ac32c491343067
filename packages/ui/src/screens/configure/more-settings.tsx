'use client';

import { useState } from 'react';
import type { TrainingRules } from '../../api/answers.ts';
import type { ApiProblem } from '../../api/api-refusal.ts';
import type { TrainingWish } from '../../api/wishes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Tabs } from '../../primitives/tabs.tsx';
import { AdvancedSettings } from './advanced-settings.tsx';
import type { ConfigureForm } from './configure-form.ts';
import { RawWish } from './raw-wish.tsx';
import type { TrainingLimits } from './training-limits.ts';

interface MoreSettingsProps {
  readonly rules: TrainingRules;
  readonly form: ConfigureForm;
  readonly wish: TrainingWish;
  readonly limits: TrainingLimits;
  readonly problems: readonly ApiProblem[];
  readonly onChange: (form: ConfigureForm) => void;
}

/** For whoever knows what they are doing: every setting, and what is sent. */
export function MoreSettings({ wish, ...rest }: MoreSettingsProps) {
  const words = useWords('configure');
  const [tab, setTab] = useState<'settings' | 'raw'>('settings');
  return (
    <Tabs
      label={words('advanced')}
      value={tab}
      onChoose={setTab}
      tabs={[
        { value: 'settings', label: words('allSettings'), content: <AdvancedSettings {...rest} /> },
        { value: 'raw', label: words('raw'), content: <RawWish wish={wish} /> },
      ]}
    />
  );
}
