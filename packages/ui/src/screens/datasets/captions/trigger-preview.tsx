'use client';

import { useState } from 'react';
import type { Asset } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Field } from '../../../primitives/field.tsx';
import { Input } from '../../../primitives/input.tsx';
import { previewTrigger } from './preview-trigger.ts';

interface TriggerPreviewProps {
  /** The first picture that has a caption. */
  readonly asset: Asset | undefined;
}

/** A word that means nothing yet, in any language. */
const example = 'acmebag7';

/** How the trigger word lands in a caption. It is chosen with the settings; here one can be tried. */
export function TriggerPreview({ asset }: TriggerPreviewProps) {
  const words = useWords('datasets.trigger');
  const [trigger, setTrigger] = useState('');
  const pieces = previewTrigger(asset?.caption ?? '', trigger.trim() || example);
  return (
    <section aria-label={words('label')} className="flex flex-col gap-2.5">
      <Field label={words('label')} hint={words('hint')}>
        <Input
          value={trigger}
          placeholder={example}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          onChange={({ target }) => setTrigger(target.value)}
        />
      </Field>
      <p className="wrap-anywhere rounded-md bg-sunken px-3 py-2 text-sm" aria-live="polite">
        {pieces.map(({ text, isTrigger }, index) =>
          isTrigger ? (
            <mark key={index} className="rounded-sm bg-accent-soft px-1 font-medium text-accent-ink">
              {text}
            </mark>
          ) : (
            <span key={index}>{text}</span>
          ),
        )}
      </p>
    </section>
  );
}
