'use client';

import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { ApiProblem } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Input } from '../../primitives/input.tsx';
import { Popover } from '../../primitives/popover.tsx';
import type { ConfigureForm } from './configure-form.ts';
import { MendButton } from './mend-button.tsx';
import { sayProblem } from './say-problem.ts';
import { findTriggerProblem, longestTrigger, mendTrigger } from './trigger-word.ts';

interface TriggerFieldProps {
  readonly form: ConfigureForm;
  readonly problems?: readonly ApiProblem[] | undefined;
  readonly onChange: (form: ConfigureForm) => void;
}

/** The word that calls the model in a prompt; left empty, the one that was drawn stands in its place. */
export function TriggerField({ form, problems = [], onChange }: TriggerFieldProps) {
  const words = useWords('triggerWord');
  const { triggerWord, drawnWord } = form;
  const [isWriting, setIsWriting] = useState(false);
  const found = triggerWord === '' ? null : findTriggerProblem(triggerWord);
  // Whoever is still writing has not come to the end of it.
  const problem = isWriting && (found?.rule === 'short' || found?.rule === 'noLetter') ? null : found;
  const change = (next: string) => onChange({ ...form, triggerWord: next });
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5">
      <Field
        className="w-full"
        label={words('label')}
        hint={words(triggerWord === '' ? 'lineDrawn' : 'line')}
        error={
          problem
            ? `${words(`problems.${problem.rule}`, { sign: '', place: 0, ...problem })} ${words('rule')}`
            : // All that is left to be wrong is known to the engine alone: which words are everyday ones.
              sayProblem(problems, 'triggerWord') && words('everyday')
        }
        aside={
          <span className="relative block size-0">
            <Popover
              trigger={
                <IconButton
                  size="small"
                  className="-top-5 absolute right-0"
                  label={words('what')}
                  icon={<CircleHelp aria-hidden size={15} />}
                />
              }
              title={words('what')}
            >
              <p>{words('help')}</p>
              <p className="mt-2">{words('helpBrand')}</p>
            </Popover>
          </span>
        }
      >
        <Input
          value={triggerWord}
          maxLength={longestTrigger}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={drawnWord}
          onBlur={() => setIsWriting(false)}
          onChange={({ target }) => {
            setIsWriting(true);
            change(target.value.trim());
          }}
        />
      </Field>
      <MendButton mended={problem ? mendTrigger(triggerWord) : ''} onMend={change} />
    </div>
  );
}
