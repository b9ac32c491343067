import type { TrainingJob } from '../../api/answers.ts';
import { isFinished, type JobStatus } from '../../jobs/job-status.ts';
import type { StageMark } from '../../jobs/stages.ts';

/** When the job came to which state: as it told, or as far as its row tells. */
export const toMarks = (
  job: Pick<TrainingJob, 'status' | 'createdAt' | 'startedAt' | 'completedAt' | 'gpuSeconds'>,
  told: readonly StageMark[],
): readonly StageMark[] => {
  const marks: StageMark[] = [{ status: 'pending', at: new Date(job.createdAt) }];
  if (told.length > 0) return withTraining([...marks, ...told], job.gpuSeconds);
  if (job.startedAt) marks.push({ status: 'training', at: new Date(job.startedAt) });
  if (job.completedAt && isFinished(job.status))
    marks.push({ status: job.status, at: new Date(job.completedAt) });
  return marks;
};

/** A short training is over before anybody looks: then it began as long before its end as its machine ran. */
const withTraining = (marks: readonly StageMark[], gpuSeconds: number | null): readonly StageMark[] => {
  const end = marks.findIndex(({ status }) => status === 'saving');
  const [before, saving] = [marks[end - 1], marks[end]];
  if (gpuSeconds === null || !before || !saving || before.status === 'training') return marks;
  const at = new Date(Math.max(before.at.getTime(), saving.at.getTime() - gpuSeconds * 1000));
  return [...marks.slice(0, end), { status: 'training', at }, ...marks.slice(end)];
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
