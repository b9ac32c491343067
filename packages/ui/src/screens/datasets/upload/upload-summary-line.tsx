'use client';

import { X } from 'lucide-react';
import { useWords } from '../../../messages/use-words.ts';
import { classNames } from '../../../primitives/class-names.ts';
import { IconButton } from '../../../primitives/icon-button.tsx';
import { refusalReasons } from './picked-file.ts';
import type { UploadSummary } from './summarize-uploads.ts';

interface UploadSummaryLineProps {
  readonly summary: UploadSummary | null;
  readonly onDismiss: () => void;
}

const remarks = ['duplicates', 'small', 'blurred', 'rejected'] as const;

/** What became of the files, counted in one line that stays until it is put away. */
export function UploadSummaryLine({ summary, onDismiss }: UploadSummaryLineProps) {
  const words = useWords('datasets.summary');
  const parts = summary && [
    { key: 'added', text: words('added', { count: summary.added }), isBad: false },
    ...remarks.flatMap((key) =>
      summary[key] > 0 ? [{ key, text: words(key, { count: summary[key] }), isBad: key === 'rejected' }] : [],
    ),
    ...refusalReasons.flatMap((key) => {
      const count = summary.refused[key] ?? 0;
      return count > 0 ? [{ key, text: words(key, { count }), isBad: true }] : [];
    }),
    ...(summary.checking > 0
      ? [{ key: 'checking', text: words('checking', { count: summary.checking }), isBad: false }]
      : []),
  ];
  return (
    <div role="status" aria-label={words('label')}>
      {parts && (
        <p className="figures flex items-start gap-3 rounded-md bg-sunken py-1 pr-1 pl-3 text-sm">
          <span className="min-w-0 flex-1 py-1">
            {parts.map(({ key, text, isBad }, index) => (
              <span key={key}>
                {index > 0 && <span className="text-muted"> · </span>}
                <span className={classNames(index === 0 && 'font-medium', isBad && 'text-bad')}>{text}</span>
              </span>
            ))}
          </span>
          <IconButton size="small" label={words('dismiss')} icon={<X size={15} />} onClick={onDismiss} />
        </p>
      )}
    </div>
  );
}
