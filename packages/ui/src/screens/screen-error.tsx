'use client';

import { ApiRefusal } from '../api/api-refusal.ts';
import { useWords } from '../messages/use-words.ts';
import { ErrorState } from '../primitives/error-state.tsx';

interface ScreenErrorProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Something could not be had: why, what to do, and a report for whoever helps. */
export function ScreenError({ title, error, onRetry }: ScreenErrorProps) {
  const words = useWords('refusals');
  const refusal = error instanceof ApiRefusal ? error : null;
  const cause =
    refusal?.status === 0
      ? words('unreachable')
      : refusal?.status === 401
        ? words('signedOut')
        : refusal?.message || words('unknown');
  return (
    <ErrorState
      title={title}
      cause={cause}
      nextSteps={refusal?.hint ? [refusal.hint] : []}
      report={refusal?.report}
      onRetry={onRetry}
    />
  );
}
