'use client';

import { RotateCw } from 'lucide-react';
import type { TrainingJob } from '../api/answers.ts';
import { causeOf, nextStepsOf } from '../jobs/failure-words.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { ErrorState } from '../primitives/error-state.tsx';
import { toReport } from '../screens/job/job-report.ts';

interface LoraFailureProps {
  readonly job: TrainingJob;
  /** The last lines of the log. */
  readonly tail: readonly string[];
  /** Null for whoever may only look. */
  readonly onRetry: (() => void) | null;
  readonly isRetrying: boolean;
}

/** Nobody sets these here: what would change them is no advice. */
const notHere: ReadonlySet<string> = new Set(['settings', 'smaller', 'fewerSteps']);

/** Why a LoRA was not trained, and what to do about it here. */
export function LoraFailure({ job, tail, onRetry, isRetrying }: LoraFailureProps) {
  const [words, jobWords] = [useWords('lora.detail'), useWords('job')];
  const cause = causeOf(job.error?.code ?? '');
  const steps = nextStepsOf(cause).filter((step) => !notHere.has(step) && step !== 'retry');
  return (
    <ErrorState
      title={words('failed')}
      cause={cause ? jobWords(`causes.${cause}`) : job.error?.message || jobWords('failedUnknown')}
      nextSteps={
        onRetry
          ? [jobWords('next.retry'), ...steps.map((step) => jobWords(`next.${step}`))]
          : [jobWords('viewerNext')]
      }
      report={[toReport(job), ...tail].join('\n')}
      actions={
        onRetry && (
          <Button
            variant="primary"
            icon={<RotateCw aria-hidden size={15} />}
            isLoading={isRetrying}
            onClick={onRetry}
          >
            {words('retry')}
          </Button>
        )
      }
    />
  );
}
