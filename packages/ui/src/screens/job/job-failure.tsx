'use client';

import { RotateCw } from 'lucide-react';
import type { TrainingJob } from '../../api/answers.ts';
import { causeOf, nextStepsOf } from '../../jobs/failure-words.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { ErrorState } from '../../primitives/error-state.tsx';
import { toReport } from './job-report.ts';

interface JobFailureProps {
  readonly job: TrainingJob;
  /** The last lines of the log. */
  readonly tail: readonly string[];
  /** Null for whoever may only look. */
  readonly onRetry: (() => void) | null;
  readonly isRetrying: boolean;
}

/** Why it failed, what to do about it, and the two buttons for that. */
export function JobFailure({ job, tail, onRetry, isRetrying }: JobFailureProps) {
  const [words, causes, steps] = [useWords('job'), useWords('job.causes'), useWords('job.next')];
  const cause = causeOf(job.error?.code ?? '');
  return (
    <ErrorState
      title={words('failedTitle')}
      cause={cause ? causes(cause) : job.error?.message || words('failedUnknown')}
      nextSteps={onRetry ? nextStepsOf(cause).map((step) => steps(step)) : [words('viewerNext')]}
      report={[toReport(job), ...tail].join('\n')}
      actions={
        onRetry && (
          <Button
            variant="primary"
            icon={<RotateCw aria-hidden size={15} />}
            isLoading={isRetrying}
            onClick={onRetry}
          >
            {words('retrySame')}
          </Button>
        )
      }
    />
  );
}
