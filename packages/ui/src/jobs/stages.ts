import { type JobStatus, jobPath } from './job-status.ts';

/** One state of a job on its way, with the time at which it was reached. */
export interface Stage {
  readonly status: JobStatus;
  readonly state: 'done' | 'now' | 'ahead' | 'failed';
  /** When it was reached; null while it lies ahead or nobody noted it. */
  readonly reachedAt: Date | null;
  /** How long it took, or has taken so far. */
  readonly seconds: number | null;
}

/** When a job came to a state. */
export interface StageMark {
  readonly status: JobStatus;
  readonly at: Date;
}

/** The way of a job as a person follows it: what is done, what is going on, what comes, and where it broke off. */
export const toStages = (status: JobStatus, marks: readonly StageMark[], now: Date): Stage[] => {
  const reached = new Map<JobStatus, Date>();
  for (const mark of marks) if (!reached.has(mark.status)) reached.set(mark.status, mark.at);
  const isBroken = status === 'failed' || status === 'cancelled';
  const last = isBroken ? (jobPath.findLast((step) => reached.has(step)) ?? 'pending') : status;
  const at = jobPath.indexOf(last);
  const endedAt = reached.get(status);
  return jobPath.map((step, index) => {
    const reachedAt = index <= at ? (reached.get(step) ?? null) : null;
    const next = jobPath.slice(index + 1, at + 1).find((later) => reached.has(later));
    const end = (next && reached.get(next)) ?? (isBroken ? endedAt : now) ?? now;
    const isEnd = step === 'completed';
    return {
      status: step,
      state:
        index < at || (isEnd && at === index) ? 'done' : index > at ? 'ahead' : isBroken ? 'failed' : 'now',
      reachedAt,
      seconds: reachedAt && !isEnd ? Math.max(0, (end.getTime() - reachedAt.getTime()) / 1000) : null,
    };
  });
};
