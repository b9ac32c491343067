'use client';

import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { Spinner } from '../../primitives/spinner.tsx';
import { StatusChip } from '../../primitives/status-chip.tsx';

/** Where it stands; that somebody wants it to end is said before it has. */
export function JobState({ job }: { readonly job: TrainingJob }) {
  const words = useWords('jobs');
  if (job.cancelRequestedAt && !isFinished(job.status)) {
    return (
      <Badge tone="warn" icon={<Spinner size={13} />}>
        {words('stopping')}
      </Badge>
    );
  }
  return <StatusChip status={job.status} progress={job.progress} />;
}
