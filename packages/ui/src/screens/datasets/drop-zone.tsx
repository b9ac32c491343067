'use client';

import { ImagePlus } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { useDropzone } from 'react-dropzone';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { notify } from '../../primitives/notify.ts';

interface DropZoneProps {
  readonly maximumBytes: number;
  readonly onFiles: (files: readonly File[]) => void;
  readonly isDisabled: boolean;
  /** Small while there are pictures already. */
  readonly isSlim: boolean;
  /** The page, all of which takes what is dropped. */
  readonly children: ReactNode;
}

const types = { 'image/jpeg': ['.jpg', '.jpeg'], 'image/png': ['.png'], 'image/webp': ['.webp'] };

/** The whole page takes pictures and folders; the field says which. */
export function DropZone({ maximumBytes, onFiles, isDisabled, isSlim, children }: DropZoneProps) {
  const [words, language] = [useWords('datasets'), useLocale()];
  const limit = formatBytes(language, maximumBytes);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    accept: types,
    maxSize: maximumBytes,
    disabled: isDisabled,
    noClick: true,
    noKeyboard: true,
    onDrop: (accepted, refused) => {
      if (accepted.length > 0) onFiles(accepted);
      if (refused.length > 0)
        notify('error', words('refused', { count: refused.length }), {
          description: words('takes', { limit }),
        });
    },
  });
  return (
    <div {...getRootProps()} className="relative flex flex-1 flex-col gap-6">
      {!isDisabled && (
        <div
          className={classNames(
            'flex flex-wrap items-center justify-center gap-x-5 gap-y-3 rounded-lg border border-dashed px-6 text-center transition-colors duration-100',
            isSlim ? 'py-4' : 'flex-col py-16',
            isDragActive ? 'border-accent-ink bg-accent-soft' : 'border-edge/60',
          )}
        >
          <input {...getInputProps()} aria-label={words('add')} />
          {!isSlim && <ImagePlus aria-hidden size={30} strokeWidth={1.25} className="text-muted" />}
          <p>
            <span className="font-medium">{words('drop')}</span>
            <span className="block text-muted text-sm">{words('takes', { limit })}</span>
          </p>
          <Button variant={isSlim ? 'secondary' : 'primary'} onClick={open}>
            {words('add')}
          </Button>
        </div>
      )}
      {children}
    </div>
  );
}
