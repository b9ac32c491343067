'use client';

import type { TrainingRules } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Slider } from '../../primitives/slider.tsx';
import { type ConfigureForm, settingsOf, timesSeen, withSetting } from './configure-form.ts';

interface StepsFieldProps {
  readonly rules: TrainingRules;
  readonly form: ConfigureForm;
  readonly pictures: number;
  readonly onChange: (form: ConfigureForm) => void;
}

/** Below this a picture is hardly remembered, above that it is learned by heart. */
const healthy = { least: 30, most: 250 };

/** How long it learns, told in pictures: the one number that most people change. */
export function StepsField({ rules, form, pictures, onChange }: StepsFieldProps) {
  const words = useWords('configure');
  const settings = settingsOf(rules, form);
  const times = timesSeen(settings, pictures);
  const verdict = times < healthy.least ? 'few' : times > healthy.most ? 'many' : 'right';
  return (
    <Slider
      label={words('steps')}
      value={settings.steps}
      minimum={100}
      maximum={4000}
      step={50}
      format={(value) => words('stepCount', { count: value })}
      hint={
        <span aria-live="polite">
          {words('seen', { times, count: pictures })} {words(`verdicts.${verdict}`)}
        </span>
      }
      onSlide={(steps) => onChange(withSetting(rules, form, 'steps', steps))}
    />
  );
}
