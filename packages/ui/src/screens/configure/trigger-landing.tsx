'use client';

import type { Asset, TrainingRules } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { TriggerLine } from '../datasets/captions/trigger-line.tsx';
import { type ConfigureForm, settingsOf, wordOf } from './configure-form.ts';
import { rulesOf } from './presets.ts';
import { samplePrompts } from './sample-prompts.ts';
import { findTriggerProblem } from './trigger-word.ts';

interface TriggerLandingProps {
  readonly rules: TrainingRules;
  readonly form: ConfigureForm;
  readonly pictures: readonly Asset[];
}

/** Where the word that will be trained with lands: in the first caption, and in prompts. */
export function TriggerLanding({ rules, form, pictures }: TriggerLandingProps) {
  const words = useWords('triggerWord');
  const { provider: trainer } = rulesOf(rules, form.modelType);
  const word = wordOf(form);
  // What cannot be trained with lands nowhere.
  const trigger = findTriggerProblem(word) === null ? word : '';
  const described = pictures.find(({ caption }) => caption?.trim());
  const isWrittenLater = !described && trainer === 'replicate' && settingsOf(rules, form).autocaption;
  return (
    <section
      aria-label={words('landing')}
      className="grid gap-x-5 gap-y-4 rounded-lg border border-line p-4 sm:grid-cols-2"
    >
      <div className="flex min-w-0 flex-col gap-1.5">
        <h3 className="font-medium text-sm">{words('inCaption')}</h3>
        <TriggerLine caption={described?.caption ?? (isWrittenLater ? '…' : '')} trigger={trigger} />
        {!described && (
          <p className="text-muted text-sm">{words(isWrittenLater ? 'captionLater' : 'captionNone')}</p>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-1.5">
        <h3 className="font-medium text-sm">
          {words(trainer === 'runpod' ? 'inSamplePrompts' : 'inPrompts')}
        </h3>
        {samplePrompts('[brand]').map((prompt) => (
          <TriggerLine key={prompt} caption={prompt} trigger={trigger} />
        ))}
      </div>
    </section>
  );
}
