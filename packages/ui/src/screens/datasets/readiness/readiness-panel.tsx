'use client';

import { ChevronDown, CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ReadinessReason, ReadinessReport } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { classNames } from '../../../primitives/class-names.ts';
import { ErrorLine } from '../../../primitives/error-line.tsx';
import { IconButton } from '../../../primitives/icon-button.tsx';
import { Skeleton } from '../../../primitives/skeleton.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import { fixFor, type ReasonFix } from './reason-fixes.ts';

interface ReadinessPanelProps {
  readonly report: ReadinessReport | undefined;
  /** Asks again; null unless it could not be had. */
  readonly onJudge: (() => void) | null;
  /** The code of the line whose pictures alone are shown. */
  readonly chosen: string | null;
  /** Shows only the pictures that a line is about; null shows all again. */
  readonly onChoose: (code: string | null) => void;
  /** Missing for those who only look. */
  readonly onFix?: ((fix: ReasonFix, reason: ReadinessReason) => void) | undefined;
}

const icons = {
  blocks: <CircleX aria-hidden size={16} className="mt-0.5 shrink-0 text-bad" />,
  attention: <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-warn" />,
  note: <Info aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />,
};

const verdictLooks = { ready: 'text-good', needs_attention: 'text-warn', blocked: 'text-bad' };
const verdictIcons = { ready: CircleCheck, needs_attention: TriangleAlert, blocked: CircleX };

/** Whether the pictures can be trained with, in words; each line leads to its pictures and to what helps. */
export function ReadinessPanel({ report, onJudge, chosen, onChoose, onFix }: ReadinessPanelProps) {
  const [words, common] = [useWords('readiness'), useWords('common')];
  // On a phone the verdict alone stands above the pictures, so that nothing moves when it comes.
  const [isOpen, setIsOpen] = useState(false);
  if (!report && onJudge) {
    return (
      <ErrorLine className="rounded-lg border border-line bg-raised px-4 py-3">
        {words('notJudged')}{' '}
        <button type="button" className="font-medium underline" onClick={onJudge}>
          {common('retry')}
        </button>
      </ErrorLine>
    );
  }
  if (!report) return <Skeleton className="h-12 w-full rounded-lg lg:h-64" />;
  const Icon = verdictIcons[report.verdict];
  return (
    <section aria-label={words('title')} className="rounded-lg border border-line bg-raised">
      <h2
        className={classNames(
          'flex h-12 items-center gap-2 px-4 font-semibold',
          verdictLooks[report.verdict],
        )}
      >
        <Icon aria-hidden size={18} />
        <span role="status" className="flex-1">
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
        {report.reasons.map((reason) => (
          <ReasonLine
            key={reason.code}
            reason={reason}
            isChosen={chosen === reason.code}
            onChoose={onChoose}
            onFix={onFix}
          />
        ))}
      </ul>
    </section>
  );
}

interface ReasonLineProps extends Pick<ReadinessPanelProps, 'onChoose' | 'onFix'> {
  readonly reason: ReadinessReason;
  readonly isChosen: boolean;
}

function ReasonLine({ reason, isChosen, onChoose, onFix }: ReasonLineProps) {
  const words = useWords('readiness');
  const { text, next } = useReasonWords()(reason);
  const fix = fixFor(reason.code);
  const count = reason.assetIds.length;
  return (
    <li
      className={classNames(
        'flex gap-2.5 border-line border-t px-4 py-3 text-sm',
        isChosen && 'bg-accent-soft',
      )}
    >
      {icons[reason.severity]}
      <div className="min-w-0">
        <p>{text}</p>
        <p className="text-muted">{next}</p>
        <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
          {fix && onFix && (
            <button type="button" className={linkLook} onClick={() => onFix(fix, reason)}>
              {words(`fixes.${fix}`, { count })}
            </button>
          )}
          {count > 0 && (
            <button
              type="button"
              aria-pressed={isChosen}
              className={linkLook}
              onClick={() => onChoose(isChosen ? null : reason.code)}
            >
              {words(isChosen ? 'showAll' : 'show', { count })}
            </button>
          )}
        </div>
      </div>
    </li>
  );
}

const linkLook =
  'min-h-6 rounded-sm text-left font-medium text-accent-ink hover:underline pointer-coarse:min-h-11';
