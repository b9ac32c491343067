'use client';

import { useState } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { Input } from '../primitives/input.tsx';
import { Textarea } from '../primitives/textarea.tsx';
import { longestDescription, longestName } from './lora-draft.ts';

interface EditFormProps {
  readonly name: string;
  readonly description: string | null;
  readonly onSave: (changes: {
    readonly name: string;
    readonly description: string | null;
  }) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Another name or description. The model itself keeps what it was called when it was trained. */
export function EditForm({ onSave, onCancel, ...before }: EditFormProps) {
  const words = useWords('lora.details');
  const detail = useWords('lora.detail');
  const [name, setName] = useState(before.name);
  const [description, setDescription] = useState(before.description ?? '');
  const [isSaving, setIsSaving] = useState(false);
  const isNamed = name.trim() !== '';
  return (
    <form
      className="flex flex-col gap-3 border border-line p-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!isNamed || isSaving) return;
        setIsSaving(true);
        await onSave({ name: name.trim(), description: description.trim() || null });
        setIsSaving(false);
      }}
    >
      <Field label={words('name')} error={isNamed ? undefined : words('nameEmpty')}>
        <Input value={name} maxLength={longestName} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field label={words('description')}>
        <Textarea
          value={description}
          rows={2}
          maxLength={longestDescription}
          onChange={({ target }) => setDescription(target.value)}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {detail('cancel')}
        </Button>
        <Button type="submit" variant="primary" isLoading={isSaving} aria-disabled={!isNamed}>
          {detail('save')}
        </Button>
      </div>
    </form>
  );
}
