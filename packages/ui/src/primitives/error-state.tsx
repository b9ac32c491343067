'use client';

import { RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';

interface ErrorStateProps {
  readonly title: string;
  /** Why, as far as it is known. */
  readonly cause: string;
  /** What to do next. */
  readonly nextSteps?: readonly string[] | undefined;
  /** For whoever helps: codes and ids, nothing secret. */
  readonly report?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly isRetrying?: boolean | undefined;
  readonly actions?: ReactNode;
}

export function ErrorState(props: ErrorStateProps) {
  const { title, cause, nextSteps = [], report, onRetry, isRetrying, actions } = props;
  const words = useWords('common');
  return (
    <div role="alert" className="flex gap-3.5 rounded-lg border border-bad/40 bg-bad-soft p-4">
      <TriangleAlert aria-hidden size={20} className="mt-px shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold text-bad">{title}</h2>
        <p className="mt-0.5 max-w-prose">{cause}</p>
        {nextSteps.length > 0 && (
          <ul className="mt-2 flex max-w-prose list-disc flex-col gap-0.5 pl-4.5">
            {nextSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        )}
        <div className="mt-3.5 flex flex-wrap gap-2 empty:hidden">
          {onRetry && (
            <Button icon={<RotateCw aria-hidden size={15} />} isLoading={isRetrying} onClick={onRetry}>
              {words('retry')}
            </Button>
          )}
          {actions}
          {report && <CopyButton text={report} label={words('copyReport')} />}
        </div>
      </div>
    </div>
  );
}
