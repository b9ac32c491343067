'use client';

import { useState } from 'react';
import type { ApiProblem } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import type { ConfigureForm } from './configure-form.ts';
import { MendButton } from './mend-button.tsx';
import { findNameProblem, longestName, mendName } from './model-name.ts';
import { sayProblem } from './say-problem.ts';
import { TriggerField } from './trigger-field.tsx';
import { findTriggerProblem } from './trigger-word.ts';

interface NameFieldsProps {
  readonly form: ConfigureForm;
  /** What the interface found wrong, shown at its field. */
  readonly problems: readonly ApiProblem[];
  readonly onChange: (form: ConfigureForm) => void;
}

/** Whether both can be sent as they are. */
export const areNamesRight = ({ name, triggerWord }: Pick<ConfigureForm, 'name' | 'triggerWord'>) =>
  (name === '' || findNameProblem(name) === null) &&
  (triggerWord === '' || findTriggerProblem(triggerWord) === null);

/** What the model is called, and the word that calls it in a prompt. Both may be left to us. */
export function NameFields({ form, problems, onChange }: NameFieldsProps) {
  const words = useWords('configure');
  const [isWriting, setIsWriting] = useState(false);
  const { name } = form;
  const found = name === '' ? null : findNameProblem(name);
  // Whoever is still writing may go on after a hyphen, or after the number of a version.
  const problem = isWriting && (found?.rule === 'hyphenLast' || found?.rule === 'version') ? null : found;
  const change = (next: string) => onChange({ ...form, name: next });
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <div className="flex min-w-0 flex-col items-start gap-1.5">
        <Field
          className="w-full"
          label={words('name')}
          hint={words('nameLine')}
          error={
            problem
              ? `${words(`nameProblems.${problem.rule}`, { sign: '', place: 0, ending: '', ...problem })} ${words('nameRule')}`
              : sayProblem(problems, 'name')
          }
        >
          <Input
            value={name}
            maxLength={longestName}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="autumn-lookbook"
            onBlur={() => setIsWriting(false)}
            onChange={({ target }) => {
              setIsWriting(true);
              change(target.value);
            }}
          />
        </Field>
        <MendButton mended={problem ? mendName(name) : ''} onMend={change} />
      </div>
      <TriggerField form={form} problems={problems} onChange={onChange} />
    </div>
  );
}
