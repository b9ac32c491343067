'use client';

import { CircleHelp } from 'lucide-react';
import type { ApiProblem } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Input } from '../../primitives/input.tsx';
import { Popover } from '../../primitives/popover.tsx';
import type { ConfigureForm } from './configure-form.ts';
import { sayProblem } from './say-problem.ts';

interface NameFieldsProps {
  readonly form: ConfigureForm;
  /** What the interface found wrong, shown at its field. */
  readonly problems: readonly ApiProblem[];
  readonly onChange: (form: ConfigureForm) => void;
}

const namePattern = /^[a-z0-9][a-z0-9-]{0,59}$/;
const triggerPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/;

/** Whether both can be sent as they are. */
export const areNamesRight = ({ name, triggerWord }: Pick<ConfigureForm, 'name' | 'triggerWord'>) =>
  (name === '' || namePattern.test(name)) && (triggerWord === '' || isTrigger(triggerWord));

const isTrigger = (word: string) => triggerPattern.test(word) && /[A-Za-z]/.test(word);

/** What the model is called, and the word that calls it in a prompt. Both may be left to us. */
export function NameFields({ form, problems, onChange }: NameFieldsProps) {
  const words = useWords('configure');
  const { name, triggerWord } = form;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        label={words('name')}
        hint={words('nameLine')}
        error={areNamesRight({ name, triggerWord: '' }) ? sayProblem(problems, 'name') : words('nameWrong')}
      >
        <Input
          value={name}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          placeholder="autumn-lookbook"
          onChange={({ target }) =>
            onChange({ ...form, name: target.value.toLowerCase().replaceAll(/[\s_]+/g, '-') })
          }
        />
      </Field>
      <Field
        label={words('trigger')}
        hint={words('triggerLine', { word: triggerWord || 'user42585527' })}
        error={
          areNamesRight({ name: '', triggerWord })
            ? sayProblem(problems, 'triggerWord')
            : words('triggerWrong')
        }
        aside={
          <span className="relative block size-0">
            <Popover
              trigger={
                <IconButton
                  size="small"
                  className="-top-5 absolute right-0"
                  label={words('triggerWhat')}
                  icon={<CircleHelp aria-hidden size={15} />}
                />
              }
              title={words('triggerWhat')}
            >
              <p>{words('triggerHelp')}</p>
              <p className="mt-2">{words('triggerHelpBrand')}</p>
            </Popover>
          </span>
        }
      >
        <Input
          value={triggerWord}
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={words('triggerAuto')}
          onChange={({ target }) => onChange({ ...form, triggerWord: target.value.trim() })}
        />
      </Field>
    </div>
  );
}
