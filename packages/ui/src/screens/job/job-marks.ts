import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
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

/** A text for whoever helps: what happened to which job; nothing in it is secret. */
export const toReport = (job: TrainingJob): string =>
  [
    `job ${job.id}`,
    `status ${job.status} · stage ${job.stage ?? '–'} · progress ${job.progress}`,
    `provider ${job.provider ?? '–'} · run ${job.providerJobId ?? '–'}`,
    job.error && `${job.error.code}: ${job.error.message}`,
    `created ${job.createdAt} · started ${job.startedAt ?? '–'} · ended ${job.completedAt ?? '–'}`,
  ]
    .filter(Boolean)
    .join('\n');
