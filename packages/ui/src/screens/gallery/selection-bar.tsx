'use client';

import { Columns2, Download, Heart, Trash2, X } from 'lucide-react';
import { useLocale } from 'next-intl';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import type { GalleryPicture } from './gallery-pictures.ts';
import { fitsZip, sumBytes, zipBounds } from './zip-pictures.ts';

interface SelectionBarProps {
  readonly chosen: readonly GalleryPicture[];
  readonly canChange: boolean;
  /** How many are packed already; null while nothing is packed. */
  readonly packed: number | null;
  readonly onCompare: () => void;
  readonly onStar: () => void;
  readonly onZip: () => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
}

/** What can be done with the pictures that are chosen. */
export function SelectionBar(props: SelectionBarProps) {
  const { chosen, canChange, packed, onCompare, onStar, onZip, onDelete, onClear } = props;
  const [words, language] = [useWords('gallery'), useLocale()];
  const bytes = sumBytes(chosen);
  const isTooMuch = !fitsZip(chosen);
  return (
    <section
      aria-label={words('selection')}
      className="flex flex-wrap items-center gap-1 rounded-lg border border-line bg-raised p-1.5 shadow-float"
    >
      <span aria-live="polite" className="figures whitespace-nowrap px-2 font-medium">
        {words('chosen', { count: chosen.length })}
      </span>
      <Button
        size="small"
        variant="quiet"
        aria-disabled={chosen.length !== 2}
        title={chosen.length === 2 ? undefined : words('compareTwo')}
        aria-keyshortcuts="C"
        icon={<Columns2 aria-hidden size={15} />}
        onClick={onCompare}
      >
        {words('compare')}
      </Button>
      {canChange && (
        <Button size="small" variant="quiet" icon={<Heart aria-hidden size={15} />} onClick={onStar}>
          {words(chosen.every(({ isStarred }) => isStarred) ? 'unstar' : 'star')}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        isLoading={packed !== null}
        aria-disabled={isTooMuch}
        title={
          isTooMuch
            ? words('zipTooMuch', { count: zipBounds.pictures, size: formatBytes(language, zipBounds.bytes) })
            : undefined
        }
        icon={<Download aria-hidden size={15} />}
        onClick={onZip}
      >
        <span className="figures">
          {packed !== null
            ? words('packing', { done: packed, total: chosen.length })
            : bytes > 0
              ? words('zipSize', { size: formatBytes(language, bytes) })
              : words('zip')}
        </span>
      </Button>
      {canChange && (
        <Button
          size="small"
          variant="quiet"
          className="text-bad!"
          icon={<Trash2 aria-hidden size={15} />}
          onClick={onDelete}
        >
          {words('delete')}
        </Button>
      )}
      <IconButton size="small" label={words('clear')} icon={<X size={16} />} onClick={onClear} />
      {isTooMuch && (
        <p role="status" className="w-full px-2 pb-1 text-sm text-warn">
          {words('zipTooMuch', { count: zipBounds.pictures, size: formatBytes(language, zipBounds.bytes) })}
        </p>
      )}
    </section>
  );
}
