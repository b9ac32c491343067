'use client';

import { RotateCw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ApiRefusal } from '../../../api/api-refusal.ts';
import { keepRising } from '../../../jobs/progress.ts';
import { useWords } from '../../../messages/use-words.ts';
import { classNames } from '../../../primitives/class-names.ts';
import { IconButton } from '../../../primitives/icon-button.tsx';
import { useRefusalWords } from '../../use-refusal-words.ts';
import type { UploadItem } from './upload-queue.ts';

interface UploadTilesProps {
  readonly items: readonly UploadItem[];
  readonly onRetry: (id: string) => void;
  readonly onDismiss: (id: string) => void;
}

/** Of many files the first are shown; the line above counts all of them. */
const mostShown = 60;

/** A tile for each file on its way, with its own progress and its own second try; what failed comes first. */
export function UploadTiles({ items, onRetry, onDismiss }: UploadTilesProps) {
  const ranks = { failed: 0, sending: 1, waiting: 2 };
  return items
    .toSorted((one, other) => ranks[one.state] - ranks[other.state])
    .slice(0, mostShown)
    .map((item) => <UploadTile key={item.id} item={item} onRetry={onRetry} onDismiss={onDismiss} />);
}

interface UploadTileProps extends Omit<UploadTilesProps, 'items'> {
  readonly item: UploadItem;
}

function UploadTile({ item, onRetry, onDismiss }: UploadTileProps) {
  const words = useWords('datasets.upload');
  const { file } = item.picked;
  const preview = usePreview(file);
  const [isBroken, setIsBroken] = useState(false);
  const hasFailed = item.state === 'failed';
  const describe = useRefusalWords();
  const reason = item.error instanceof ApiRefusal && describe(item.error);
  return (
    <figure className="plate relative aspect-square min-w-0 overflow-hidden rounded-sm">
      {preview && !isBroken && (
        <img
          src={preview}
          alt=""
          onError={() => setIsBroken(true)}
          className="size-full object-cover opacity-40"
        />
      )}
      <figcaption className="absolute inset-x-0 bottom-0 flex flex-col gap-1.5 bg-raised/95 p-2 text-sm">
        <span className="truncate">{file.name}</span>
        {hasFailed ? (
          <span className="line-clamp-2 text-bad">{reason || words('brokenOff')}</span>
        ) : (
          <SmallBar label={file.name} percent={item.progress} isWaiting={item.state === 'waiting'} />
        )}
      </figcaption>
      {hasFailed && (
        <div className="absolute top-1.5 right-1.5 flex gap-1 [&_button]:bg-raised">
          <IconButton
            size="small"
            label={words('sendAgain', { name: file.name })}
            icon={<RotateCw size={15} />}
            onClick={() => onRetry(item.id)}
          />
          <IconButton
            size="small"
            label={words('giveUp', { name: file.name })}
            icon={<X size={15} />}
            onClick={() => onDismiss(item.id)}
          />
        </div>
      )}
    </figure>
  );
}

const usePreview = (file: File) => {
  const [preview, setPreview] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(file);
    setPreview(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return preview;
};

interface SmallBarProps {
  readonly label: string;
  readonly percent: number;
  readonly isWaiting: boolean;
}

/** Silent: twenty files that speak at once say nothing. The line for all of them speaks. */
function SmallBar({ label, percent, isWaiting }: SmallBarProps) {
  const [highest, setHighest] = useState(0);
  const shown = keepRising(highest, isWaiting ? 0 : percent);
  if (shown > highest) setHighest(shown);
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(shown)}
      className="block h-1 overflow-hidden rounded-full bg-edge/30"
    >
      <span
        className={classNames(
          'block h-full rounded-full bg-accent transition-transform duration-200 ease-out',
          isWaiting && 'opacity-40',
        )}
        style={{ transform: `translateX(${shown - 100}%)` }}
      />
    </span>
  );
}
