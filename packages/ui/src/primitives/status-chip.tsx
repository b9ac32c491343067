'use client';

import { Ban, CircleCheck, CircleDashed, CircleX, Clock, CloudUpload, HardDriveDownload } from 'lucide-react';
import { type JobStatus, jobStatusTones } from '../jobs/job-status.ts';
import { useWords } from '../messages/use-words.ts';
import { Badge } from './badge.tsx';
import { Spinner } from './spinner.tsx';

const icons = {
  pending: <CircleDashed aria-hidden size={13} />,
  uploading: <CloudUpload aria-hidden size={13} />,
  queued: <Clock aria-hidden size={13} />,
  training: <Spinner size={13} />,
  saving: <HardDriveDownload aria-hidden size={13} />,
  completed: <CircleCheck aria-hidden size={13} />,
  failed: <CircleX aria-hidden size={13} />,
  cancelled: <Ban aria-hidden size={13} />,
} satisfies Record<JobStatus, unknown>;

interface StatusChipProps {
  readonly status: JobStatus;
  /** Shown while it trains. */
  readonly progress?: number | undefined;
}

/** Where a job stands: a colour, an icon and a word, so that none of them has to say it alone. */
export function StatusChip({ status, progress }: StatusChipProps) {
  const words = useWords('status');
  return (
    <Badge tone={jobStatusTones[status]} icon={icons[status]} title={words(`${status}.meaning`)}>
      {words(`${status}.word`)}
      {status === 'training' && progress !== undefined && ` · ${words('percent', { progress })}`}
    </Badge>
  );
}
