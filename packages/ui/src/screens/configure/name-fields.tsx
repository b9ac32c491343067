'use client';

import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';

export interface NameTexts {
  readonly name: string;
  readonly triggerWord: string;
}

interface NameFieldsProps {
  readonly texts: NameTexts;
  readonly onChange: (texts: NameTexts) => void;
}

const namePattern = /^[a-z0-9][a-z0-9-]{0,59}$/;
const triggerPattern = /^[A-Za-z0-9_-]{2,64}$/;

/** What the model is called, and the word that calls it in a prompt. Both may be left to us. */
export function NameFields({ texts, onChange }: NameFieldsProps) {
  const words = useWords('configure');
  const isNameWrong = texts.name !== '' && !namePattern.test(texts.name);
  const isTriggerWrong = texts.triggerWord !== '' && !triggerPattern.test(texts.triggerWord);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        label={words('name')}
        hint={words('nameLine')}
        error={isNameWrong ? words('nameWrong') : undefined}
      >
        <Input
          value={texts.name}
          maxLength={60}
          autoComplete="off"
          placeholder="autumn-lookbook"
          onChange={(event) =>
            onChange({ ...texts, name: event.target.value.toLowerCase().replaceAll(' ', '-') })
          }
        />
      </Field>
      <Field
        label={words('trigger')}
        hint={words('triggerLine', { word: texts.triggerWord || 'user42585527' })}
        error={isTriggerWrong ? words('triggerWrong') : undefined}
      >
        <Input
          value={texts.triggerWord}
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={words('triggerAuto')}
          onChange={(event) => onChange({ ...texts, triggerWord: event.target.value.trim() })}
        />
      </Field>
    </div>
  );
}
