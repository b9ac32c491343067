'use client';

import { ApiRefusal } from '../api/api-refusal.ts';
import { ErrorState } from '../primitives/error-state.tsx';
import { useRefusalWords } from './use-refusal-words.ts';

interface ScreenErrorProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Something could not be had: why, what to do, and a report for whoever helps. */
export function ScreenError({ title, error, onRetry }: ScreenErrorProps) {
  const describe = useRefusalWords();
  return (
    <ErrorState
      title={title}
      cause={describe(error)}
      report={error instanceof ApiRefusal ? error.report : undefined}
      onRetry={onRetry}
    />
  );
}
