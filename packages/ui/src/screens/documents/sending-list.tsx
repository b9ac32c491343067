'use client';

import { RotateCw, X } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import type { SentDocument } from './use-sending.ts';

interface SendingListProps {
  readonly items: readonly SentDocument[];
  readonly onRetry: (item: SentDocument) => void;
  readonly onDismiss: (item: SentDocument) => void;
}

/** What is on its way, each with how far it is. */
export function SendingList({ items, onRetry, onDismiss }: SendingListProps) {
  const words = useWords('documents');
  if (items.length === 0) return null;
  return (
    <ul aria-label={words('sending')} className="overflow-hidden rounded-lg border border-line bg-raised">
      {items.map((item) => (
        <li key={item.id} className="flex items-center gap-3 border-line px-4 py-3 not-last:border-b">
          <div className="min-w-0 flex-1">
            {item.state === 'failed' ? (
              <>
                <span className="block truncate">{item.file.name}</span>
                <ErrorLine>{words('notSent')}</ErrorLine>
              </>
            ) : (
              <ProgressBar label={item.file.name} value={item.progress} />
            )}
          </div>
          {item.state === 'failed' && (
            <IconButton
              size="small"
              label={words('retry', { name: item.file.name })}
              icon={<RotateCw size={16} />}
              onClick={() => onRetry(item)}
            />
          )}
          <IconButton
            size="small"
            label={words('stop', { name: item.file.name })}
            icon={<X size={16} />}
            onClick={() => onDismiss(item)}
          />
        </li>
      ))}
    </ul>
  );
}
