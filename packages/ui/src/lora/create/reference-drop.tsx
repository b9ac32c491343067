'use client';

import { ImagePlus } from 'lucide-react';
import { useLocale } from 'next-intl';
import { useRef } from 'react';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { FileField } from '../../primitives/file-field.tsx';
import type { PickedFile, Refusal } from '../../screens/datasets/upload/picked-file.ts';
import { fromFiles } from '../../screens/datasets/upload/read-picked.ts';
import { useDropTarget } from '../../screens/datasets/upload/use-drop-target.ts';

interface ReferenceDropProps {
  readonly maximumBytes: number;
  readonly isFull: boolean;
  /** Nothing lies beside it yet. */
  readonly isAlone: boolean;
  readonly onPicked: (files: readonly PickedFile[], refused: readonly Refusal[]) => void;
}

const accepted = '.jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp';

/** The last square among the pictures: where more are chosen, dropped or pasted. */
export function ReferenceDrop({ maximumBytes, isFull, isAlone, onPicked }: ReferenceDropProps) {
  const [words, language] = [useWords('lora.references'), useLocale()];
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDropTarget(onPicked, !isFull);
  return (
    <>
      <FileField
        ref={input}
        label={words('choose')}
        accept={accepted}
        onFiles={(files) => onPicked(fromFiles(files), [])}
      />
      <button
        type="button"
        disabled={isFull}
        onClick={() => input.current?.click()}
        className={classNames(
          'flex flex-col items-center justify-center gap-1 border border-dashed px-3 py-4 text-center transition-colors duration-100 disabled:opacity-50',
          isAlone ? 'col-span-full min-h-44' : 'col-span-2 min-h-28',
          isOver ? 'border-accent-ink bg-accent-soft' : 'border-edge hover:bg-text/7',
        )}
      >
        <ImagePlus aria-hidden size={22} strokeWidth={1.5} className="text-accent-ink" />
        <span className="font-medium">{words('choose')}</span>
        <span className="text-balance text-muted text-xs">
          <span className="pointer-coarse:hidden">{words(isOver ? 'dropNow' : 'drop')}. </span>
          {words('takes', { limit: formatBytes(language, maximumBytes) })}
        </span>
      </button>
    </>
  );
}
