'use client';

import { RotateCw } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { ProgressBar } from '../../../primitives/progress-bar.tsx';
import type { UploadItem } from './upload-queue.ts';

interface UploadProgressProps {
  readonly items: readonly UploadItem[];
  readonly added: number;
  readonly onRetryAll: () => void;
}

/** One line for all files on their way. It speaks at every ten per cent; the tiles keep silent. */
export function UploadProgress({ items, added, onRetryAll }: UploadProgressProps) {
  const words = useWords('datasets.upload');
  const failed = items.filter(({ state }) => state === 'failed').length;
  const moving = items.length - failed;
  // What arrived before these files were brought is no part of their progress.
  const before = useRef(added);
  if (moving === 0) before.current = added;
  const done = Math.max(0, added - before.current);
  const begun = items.reduce((sum, item) => sum + (item.state === 'sending' ? item.progress : 0), 0);
  if (items.length === 0) return null;
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      {moving > 0 && (
        <div className="min-w-52 flex-1">
          <ProgressBar
            label={words('sending')}
            value={(done * 100 + begun) / (done + moving)}
            detail={words('sentOf', { done, total: done + moving })}
          />
        </div>
      )}
      {failed > 0 && (
        <Button size="small" icon={<RotateCw aria-hidden size={14} />} onClick={onRetryAll}>
          {words('sendAllAgain', { count: failed })}
        </Button>
      )}
    </div>
  );
}
