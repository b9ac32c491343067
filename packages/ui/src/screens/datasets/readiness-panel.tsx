'use client';

import { ChevronDown, CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ReadinessReport } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { useReasonWords } from './use-reason-words.ts';

interface ReadinessPanelProps {
  readonly report: ReadinessReport | undefined;
  readonly chosen: readonly string[] | null;
  /** Shows only the pictures that a line is about; null shows all again. */
  readonly onChoose: (assetIds: readonly string[] | null) => void;
}

const icons = {
  blocks: <CircleX aria-hidden size={16} className="mt-0.5 shrink-0 text-bad" />,
  attention: <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-warn" />,
  note: <Info aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />,
};

const verdictLooks = { ready: 'text-good', needs_attention: 'text-warn', blocked: 'text-bad' };

/** Whether the pictures can be trained with, in words; each line leads to the pictures it is about. */
export function ReadinessPanel({ report, chosen, onChoose }: ReadinessPanelProps) {
  const words = useWords('readiness');
  const describe = useReasonWords();
  // On a phone the verdict alone stands above the pictures, so that nothing moves when it comes.
  const [isOpen, setIsOpen] = useState(false);
  if (!report) return <Skeleton className="h-12 w-full rounded-lg lg:h-64" />;
  return (
    <section
      aria-label={words('title')}
      aria-live="polite"
      className="rounded-lg border border-line bg-raised"
    >
      <h2
        className={classNames(
          'flex h-12 items-center gap-2 px-4 font-semibold',
          verdictLooks[report.verdict],
        )}
      >
        {report.verdict === 'ready' ? (
          <CircleCheck aria-hidden size={18} />
        ) : report.verdict === 'blocked' ? (
          <CircleX aria-hidden size={18} />
        ) : (
          <TriangleAlert aria-hidden size={18} />
        )}
        <span className="flex-1">
          {words(report.verdict === 'needs_attention' ? 'attention' : report.verdict)}
        </span>
        <IconButton
          size="small"
          label={words('details')}
          aria-expanded={isOpen}
          icon={<ChevronDown size={18} className={isOpen ? 'rotate-180' : undefined} />}
          onClick={() => setIsOpen(!isOpen)}
          className="lg:hidden"
        />
      </h2>
      {report.reasons.length === 0 && (
        <p className="border-line border-t px-4 py-3 text-muted text-sm">{words('nothing')}</p>
      )}
      <ul className={isOpen ? undefined : 'max-lg:hidden'}>
        {report.reasons.map((reason) => {
          const { text, next } = describe(reason);
          const isChosen = chosen !== null && chosen === reason.assetIds;
          return (
            <li key={reason.code} className="flex gap-2.5 border-line border-t px-4 py-3 text-sm">
              {icons[reason.severity]}
              <div className="min-w-0">
                <p>{text}</p>
                <p className="text-muted">{next}</p>
                {reason.assetIds.length > 0 && (
                  <button
                    type="button"
                    aria-pressed={isChosen}
                    onClick={() => onChoose(isChosen ? null : reason.assetIds)}
                    className="mt-1 rounded-sm font-medium text-accent-ink hover:underline"
                  >
                    {words(isChosen ? 'showAll' : 'show', { count: reason.assetIds.length })}
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
