import type { TrainingJob } from '@act/ai-models';
import { jobStatuses } from '@act/ai-models/schemas';

type JobStatus = TrainingJob['status'];

export const progressStatuses = ['pending', 'starting', 'training', 'completed', 'failed'] as const;
export const loraStatuses = ['pending', 'training', 'completed', 'failed'] as const;

/** What the founding documents know of states: a selfie studio has a word for a training that is on its way. */
const progressWords: Readonly<Record<JobStatus, (typeof progressStatuses)[number]>> = {
  pending: 'pending',
  uploading: 'starting',
  queued: 'starting',
  training: 'training',
  saving: 'training',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
};

export const toProgressStatus = ({ status }: Pick<TrainingJob, 'status'>) => progressWords[status];

/** A LoRA studio has not. */
export function toLoraStatus(job: Pick<TrainingJob, 'status'>): (typeof loraStatuses)[number] {
  const status = toProgressStatus(job);
  return status === 'starting' ? 'pending' : status;
}

/** Why it failed; that somebody cancelled it is a reason, too. */
export const toFailure = ({ status, error }: Pick<TrainingJob, 'status' | 'error'>) =>
  status === 'cancelled'
    ? { code: 'cancelled', message: 'It was cancelled.' }
    : status === 'failed'
      ? error
      : null;

/** The states of ours that a LoRA studio's words stand for. */
export const toJobStatuses = (words: readonly (typeof loraStatuses)[number][]): JobStatus[] =>
  jobStatuses.filter((status) => words.includes(toLoraStatus({ status })));
