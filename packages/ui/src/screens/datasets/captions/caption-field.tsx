'use client';

import { type KeyboardEvent, useState } from 'react';
import type { Asset } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { classNames } from '../../../primitives/class-names.ts';
import { maximumCaptionLength } from './bulk-edits.ts';
import { useUnsaved } from './leave-guard.tsx';

interface CaptionFieldProps {
  readonly asset: Asset;
  readonly isReadOnly?: boolean | undefined;
  /** @returns whether it was kept */
  readonly onSave: (caption: string) => Promise<boolean>;
  readonly rows?: number | undefined;
}

/**
 * Enter saves and goes on to the next picture, Shift and Enter begins a line; ↑ and ↓ lead to the picture before and
 * after from the beginning and the end of the text, and Escape takes back what was not saved.
 */
export function CaptionField({ asset, isReadOnly = false, onSave, rows = 3 }: CaptionFieldProps) {
  const words = useWords('datasets');
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const saved = asset.caption ?? '';
  useUnsaved(asset.id, draft !== null && draft.trim() !== saved);
  const save = async () => {
    if (draft === null) return;
    const text = draft.trim();
    const isKept = text === saved || (await onSave(text));
    setIsRefused(!isKept);
    // What was written meanwhile stays.
    if (isKept) setDraft((now) => (now === draft ? null : now));
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey || event.ctrlKey) return;
    const field = event.currentTarget;
    const { selectionStart, selectionEnd, value } = field;
    const isAt = (place: number) => selectionStart === place && selectionEnd === place;
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setIsRefused(false);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (!focusField(field, 1)) void save();
    } else if (event.key === 'ArrowDown' && isAt(value.length)) {
      event.preventDefault();
      focusField(field, 1);
    } else if (event.key === 'ArrowUp' && isAt(0)) {
      event.preventDefault();
      focusField(field, -1);
    }
  };
  return (
    <>
      <textarea
        data-caption
        aria-label={words('captionOf', { name: asset.name })}
        aria-describedby={isRefused ? `unsaved-${asset.id}` : undefined}
        placeholder={words(isReadOnly ? 'captionNone' : 'captionEmpty')}
        value={draft ?? saved}
        rows={rows}
        readOnly={isReadOnly}
        maxLength={maximumCaptionLength}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={press}
        className={classNames(
          '-mx-1 block w-[calc(100%+0.5rem)] resize-none rounded-sm bg-transparent px-1 text-sm placeholder:text-muted pointer-coarse:text-md',
          isRefused && 'outline-1 outline-bad',
        )}
      />
      {isRefused && (
        <p id={`unsaved-${asset.id}`} role="alert" className="flex items-center gap-2 text-bad text-xs">
          {words('unsaved.word')}
          <button type="button" className="font-medium underline" onClick={() => void save()}>
            {words('unsaved.again')}
          </button>
        </p>
      )}
    </>
  );
}

/** Leaving a field saves it. @returns whether there is another one */
const focusField = (from: HTMLTextAreaElement, step: 1 | -1): boolean => {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-caption]')];
  const next = fields[fields.indexOf(from) + step];
  if (!next) return false;
  next.focus();
  const place = step === 1 ? next.value.length : 0;
  next.setSelectionRange(place, place);
  next.scrollIntoView({ block: 'nearest' });
  return true;
};
