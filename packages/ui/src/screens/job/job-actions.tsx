'use client';

import { RotateCw, Sparkles, Square } from 'lucide-react';
import type { TrainingJob } from '../../api/answers.ts';
import { isCancellable, isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { studioPaths } from '../studio-paths.ts';

interface JobActionsProps {
  readonly job: TrainingJob;
  readonly isRetrying: boolean;
  readonly onStop: () => void;
  readonly onRetry: () => void;
}

/** The one thing to do next with a training, as it stands. */
export function JobActions({ job, isRetrying, onStop, onRetry }: JobActionsProps) {
  const words = useWords('job');
  if (job.status === 'completed') {
    return (
      <ButtonLink
        href={studioPaths.generateWith(job.name)}
        variant="primary"
        icon={<Sparkles aria-hidden size={15} />}
      >
        {words('generate')}
      </ButtonLink>
    );
  }
  // One that failed has this beside its cause.
  if (job.status === 'failed') return null;
  if (isFinished(job.status)) {
    return (
      <Button
        variant="primary"
        icon={<RotateCw aria-hidden size={15} />}
        isLoading={isRetrying}
        onClick={onRetry}
      >
        {words('retry')}
      </Button>
    );
  }
  const isStopping = job.cancelRequestedAt !== null;
  return (
    (isCancellable(job.status) || isStopping) && (
      <Button icon={<Square aria-hidden size={14} />} isLoading={isStopping} onClick={onStop}>
        {words(isStopping ? 'stopping' : 'stop')}
      </Button>
    )
  );
}
