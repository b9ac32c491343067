'use client';

import type { HTMLInputTypeAttribute } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Field } from '../../../primitives/field.tsx';
import { Input } from '../../../primitives/input.tsx';
import type { PolicyDraft, PolicyField, Problems } from './policy-draft.ts';
import { useProblemWords } from './use-problem-words.ts';

export interface DraftProps {
  readonly draft: PolicyDraft;
  readonly problems: Problems;
  readonly isDisabled: boolean;
  readonly onWrite: (field: PolicyField, text: string) => void;
}

interface DraftFieldProps extends DraftProps {
  readonly field: Exclude<PolicyField, `${string}.${string}`>;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly type?: HTMLInputTypeAttribute | undefined;
}

/** One value of the policy. */
export function DraftField(props: DraftFieldProps) {
  const { draft, problems, isDisabled, onWrite, field, hint, placeholder, type = 'text' } = props;
  const words = useWords('settings.policy');
  const tell = useProblemWords();
  const problem = problems[field];
  return (
    <Field
      label={words(field)}
      hint={hint}
      error={problem && tell(field, problem)}
      className="w-full max-w-60"
    >
      <Input
        type={type}
        inputMode={type === 'text' && field !== 'timeZone' ? 'decimal' : undefined}
        className="figures"
        value={draft[field]}
        placeholder={placeholder}
        disabled={isDisabled}
        onChange={({ target }) => onWrite(field, target.value)}
      />
    </Field>
  );
}
