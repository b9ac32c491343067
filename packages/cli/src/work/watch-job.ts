import type { TrainingJob } from '@act/ai-models';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import type { World } from '../program/world.ts';
import type { Session } from '../session/open-session.ts';

/** A training that was watched until its end, or until somebody had to go. */
export interface WatchedJob {
  readonly job: TrainingJob;
  /** It goes on without being watched. */
  readonly isDetached: boolean;
}

/** Watches a training; Ctrl-C ends the watching and nothing else. */
export async function watchJob(
  { ai }: Session,
  job: TrainingJob,
  { output, signal }: World,
  onChange: (job: TrainingJob) => void = () => undefined,
): Promise<WatchedJob> {
  const progress = output.progress();
  let last = job;
  try {
    for await (const now of ai.watchTrainingJob(job.id, { brandId: job.brandId, signal })) {
      last = now;
      progress.show(now.progress / 100, describe(now));
      onChange(now);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return { job: last, isDetached: true };
  } finally {
    progress.end();
  }
  return { job: last, isDetached: false };
}

/** How a command ends that has watched it. */
export function exitCodeOf({ job, isDetached }: WatchedJob): ExitCode {
  if (isDetached) return exitCodes.interrupted;
  return job.status === 'completed' ? exitCodes.done : exitCodes.endedBadly;
}

const describe = ({ name, status, stage }: TrainingJob) => `${name}: ${status}${stage ? ` (${stage})` : ''}`;

/** What a person reads when the watching is over. */
export function describeEnd({ job, isDetached }: WatchedJob): string[] {
  if (isDetached) {
    return [`The training goes on without you. Come back to it with: act jobs watch ${job.id}`];
  }
  if (job.status === 'completed') return [`Training ${job.id} is completed.`];
  if (job.status === 'cancelled') return [`Training ${job.id} was cancelled.`];
  return [
    `Training ${job.id} has failed. ${job.error?.message ?? ''}`.trim(),
    `Try it again with: act jobs retry ${job.id}`,
  ];
}
