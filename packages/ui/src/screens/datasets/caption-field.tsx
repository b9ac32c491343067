'use client';

import { type KeyboardEvent, useState } from 'react';
import type { Asset } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';

interface CaptionFieldProps {
  readonly asset: Asset;
  readonly onSave: (caption: string) => void;
}

/** Enter saves and goes on to the next picture, Shift and Enter begins a line. */
export function CaptionField({ asset, onSave }: CaptionFieldProps) {
  const words = useWords('datasets');
  const [text, setText] = useState(asset.caption ?? '');
  const save = () => {
    if (text.trim() !== (asset.caption ?? '')) onSave(text.trim());
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-caption]')];
    fields[fields.indexOf(event.currentTarget) + 1]?.focus();
  };
  return (
    <textarea
      data-caption
      aria-label={words('captionOf', { name: asset.name })}
      placeholder={words('captionEmpty')}
      value={text}
      rows={3}
      maxLength={2000}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={press}
      className="-outline-offset-2 block w-full resize-none bg-transparent text-sm placeholder:text-muted pointer-coarse:text-md"
    />
  );
}
