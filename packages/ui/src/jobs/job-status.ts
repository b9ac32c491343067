/** The states of a job, in the order in which it passes through them. */
export const jobStatuses = [
  'pending',
  'uploading',
  'queued',
  'training',
  'saving',
  'completed',
  'failed',
  'cancelled',
] as const;
export type JobStatus = (typeof jobStatuses)[number];

export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad';

/** How each state looks; its words stand in the messages under `status`. */
export const jobStatusTones = {
  pending: 'neutral',
  uploading: 'active',
  queued: 'neutral',
  training: 'active',
  saving: 'active',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
} as const satisfies Record<JobStatus, Tone>;

/** Nothing more will happen by itself. */
export const isFinished = (status: JobStatus) =>
  status === 'completed' || status === 'failed' || status === 'cancelled';

/** Somebody may still wish it to end. */
export const isCancellable = (status: JobStatus) => !isFinished(status) && status !== 'saving';

/** What a job passes through when nothing goes wrong. */
export const jobPath = jobStatuses.slice(0, 6) as readonly JobStatus[];

export const isJobStatus = (text: string): text is JobStatus => jobStatuses.some((status) => status === text);
