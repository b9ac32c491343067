'use client';

import { RotateCw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import type { UploadItem } from './use-uploads.ts';

interface UploadTilesProps {
  readonly items: readonly UploadItem[];
  readonly onRetry: (id: string) => void;
  readonly onDismiss: (id: string) => void;
}

/** A tile for each file on its way, with its own progress and its own second try. */
export function UploadTiles({ items, onRetry, onDismiss }: UploadTilesProps) {
  return items.map((item) => (
    <UploadTile key={item.id} item={item} onRetry={onRetry} onDismiss={onDismiss} />
  ));
}

interface UploadTileProps extends Omit<UploadTilesProps, 'items'> {
  readonly item: UploadItem;
}

function UploadTile({ item, onRetry, onDismiss }: UploadTileProps) {
  const words = useWords('datasets');
  const [preview, setPreview] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(item.file);
    setPreview(url);
    return () => URL.revokeObjectURL(url);
  }, [item.file]);
  const hasFailed = item.state === 'failed';
  return (
    <div className="plate relative aspect-square overflow-hidden rounded-sm">
      {preview && <img src={preview} alt="" className="size-full object-cover opacity-35" />}
      <div className="absolute inset-x-0 bottom-0 bg-raised/90 p-2">
        <ProgressBar
          label={item.file.name}
          value={item.state === 'waiting' ? 0 : item.progress}
          tone={hasFailed ? 'bad' : 'accent'}
          detail={hasFailed ? words('brokenOff') : undefined}
        />
      </div>
      {hasFailed && (
        <div className="absolute top-1.5 right-1.5 flex gap-1 [&_button]:bg-raised">
          <IconButton
            size="small"
            label={words('sendAgain')}
            icon={<RotateCw size={15} />}
            onClick={() => onRetry(item.id)}
          />
          <IconButton
            size="small"
            label={words('leaveOut')}
            icon={<X size={15} />}
            onClick={() => onDismiss(item.id)}
          />
        </div>
      )}
    </div>
  );
}
