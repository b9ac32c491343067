'use client';

import type { Asset } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { wordOf } from '../../configure/configure-form.ts';
import { TriggerField } from '../../configure/trigger-field.tsx';
import { findTriggerProblem } from '../../configure/trigger-word.ts';
import { useConfigureForm } from '../../configure/use-configure-form.ts';
import { TriggerLine } from './trigger-line.tsx';

interface TriggerPreviewProps {
  /** The first picture that has a caption. */
  readonly asset: Asset | undefined;
}

/** The word that training will begin with, the same as among the settings, and how it lands in a caption. */
export function TriggerPreview({ asset }: TriggerPreviewProps) {
  const words = useWords('datasets.trigger');
  const { form, setForm } = useConfigureForm();
  const word = wordOf(form);
  return (
    <section aria-label={words('label')} className="flex flex-col gap-2.5">
      <TriggerField form={form} onChange={setForm} />
      <div aria-live="polite">
        <TriggerLine caption={asset?.caption ?? ''} trigger={findTriggerProblem(word) === null ? word : ''} />
      </div>
      <p className="text-muted text-sm">{words('hint')}</p>
    </section>
  );
}
