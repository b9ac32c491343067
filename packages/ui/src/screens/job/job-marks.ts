import type { TrainingJob } from '../../api/answers.ts';
import { isFinished, type JobStatus } from '../../jobs/job-status.ts';
import type { StageMark } from '../../jobs/stages.ts';

/** When the job came to which state: as it told, or as far as its row tells. */
export const toMarks = (job: TrainingJob, told: readonly StageMark[]): readonly StageMark[] => {
  const marks: StageMark[] = [{ status: 'pending', at: new Date(job.createdAt) }];
  if (told.length > 0) return [...marks, ...told];
  if (job.startedAt) marks.push({ status: 'training', at: new Date(job.startedAt) });
  if (job.completedAt && isFinished(job.status))
    marks.push({ status: job.status, at: new Date(job.completedAt) });
  return marks;
};

/** What a stage takes when nothing is wrong, generously, in seconds. Training takes what it was told to. */
const patience: Partial<Record<JobStatus, number>> = {
  pending: 600,
  uploading: 300,
  queued: 900,
  saving: 600,
};

/** Whether a stage lasts longer than it should, so that somebody is told that it was noticed. */
export const isSlow = (status: JobStatus, seconds: number | null): boolean =>
  seconds !== null && seconds > (patience[status] ?? Number.POSITIVE_INFINITY);

/** Steps each second, from what was reached since training began; null where that says nothing yet. */
export const speedOf = (step: number | undefined, marks: readonly StageMark[], now: Date): number | null => {
  const began = marks.find(({ status }) => status === 'training')?.at;
  const ended = marks.find(({ status }) => status === 'saving' || isFinished(status))?.at ?? now;
  const seconds = began ? (ended.getTime() - began.getTime()) / 1000 : 0;
  return step && seconds >= 1 ? step / seconds : null;
};
