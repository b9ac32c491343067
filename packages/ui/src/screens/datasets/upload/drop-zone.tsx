'use client';

import { FolderUp, ImagePlus } from 'lucide-react';
import { useLocale } from 'next-intl';
import { type RefObject, useRef } from 'react';
import { formatBytes } from '../../../format/bytes.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { classNames } from '../../../primitives/class-names.ts';
import { FileField } from '../../../primitives/file-field.tsx';
import { IconButton } from '../../../primitives/icon-button.tsx';
import { Spinner } from '../../../primitives/spinner.tsx';
import type { PickedFile, Refusal } from './picked-file.ts';
import { fromFiles } from './read-picked.ts';
import { useDropTarget } from './use-drop-target.ts';

interface DropZoneProps {
  readonly maximumBytes: number;
  readonly onPicked: (files: readonly PickedFile[], refused: readonly Refusal[]) => void;
  /** A folder or a zip is being read. */
  readonly isReading: boolean;
  /** Small while there are pictures already. */
  readonly isSlim: boolean;
  /** Opened from elsewhere as well. */
  readonly input: RefObject<HTMLInputElement | null>;
}

const accepted = '.jpg,.jpeg,.png,.webp,.zip,image/jpeg,image/png,image/webp,application/zip';

/** The whole page takes pictures, folders and zips, dropped or pasted; the field says so. */
export function DropZone({ maximumBytes, onPicked, isReading, isSlim, input }: DropZoneProps) {
  const [words, language] = [useWords('datasets'), useLocale()];
  const folder = useRef<HTMLInputElement>(null);
  const isOver = useDropTarget(onPicked, true);
  const take = (files: readonly File[]) => onPicked(fromFiles(files), []);
  return (
    <section
      aria-label={words('add')}
      className={classNames(
        'flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border border-dashed transition-colors duration-100',
        isSlim ? 'justify-between px-4 py-3' : 'flex-col justify-center px-6 py-14 text-center',
        isOver ? 'border-accent-ink bg-accent-soft' : 'border-edge/60',
      )}
    >
      <FileField ref={input} label={words('add')} accept={accepted} onFiles={take} />
      <FileField ref={folder} label={words('addFolder')} isFolder onFiles={take} />
      {!isSlim && <ImagePlus aria-hidden size={32} strokeWidth={1.25} className="text-muted" />}
      <p className="min-w-0">
        {/* Nothing is dropped by a thumb. */}
        <span className={classNames('pointer-coarse:hidden', isSlim ? 'font-medium' : 'font-medium text-md')}>
          {words(isOver ? 'dropNow' : 'drop')}
        </span>
        <span className="block text-muted text-sm">
          {words('takes', { limit: formatBytes(language, maximumBytes) })}
        </span>
      </p>
      <div className="flex items-center gap-2">
        {isReading && <Spinner label={words('reading')} />}
        <Button variant={isSlim ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
          {words('add')}
        </Button>
        {/* A phone has no folders to choose. */}
        <span className="pointer-coarse:hidden">
          <IconButton
            label={words('addFolder')}
            icon={<FolderUp size={17} />}
            onClick={() => folder.current?.click()}
          />
        </span>
      </div>
      <DropVeil isShown={isOver} />
    </section>
  );
}

/** A frame around the window while something hangs over it: wherever it is let go, it is taken. */
function DropVeil({ isShown }: { readonly isShown: boolean }) {
  return isShown ? (
    <div
      aria-hidden
      className="pointer-events-none fixed inset-2 z-40 rounded-lg border-2 border-accent-ink border-dashed"
    />
  ) : null;
}
