import type { TrainingJob } from '@act/ai-models';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import type { World } from '../program/world.ts';
import type { Session } from '../session/open-session.ts';
import { waitOut } from './wait-out.ts';

/** A training that was watched until its end, or until somebody had to go. */
export interface WatchedJob {
  readonly job: TrainingJob;
  /** It goes on without being watched. */
  readonly isDetached: boolean;
}

export interface WatchJobOptions {
  readonly onChange?: (job: TrainingJob) => void;
  /** How long nobody may answer. Default: five minutes. */
  readonly patienceMs?: number;
}

/** Watches a training; Ctrl-C ends the watching and nothing else, and a project that is away for a while not even that. */
export async function watchJob(
  { ai }: Pick<Session, 'ai'>,
  job: TrainingJob,
  { output, signal }: Pick<World, 'output' | 'signal'>,
  { onChange = () => undefined, patienceMs }: WatchJobOptions = {},
): Promise<WatchedJob> {
  const progress = output.progress();
  let last = job;
  let said = '';
  const watch = async (heard: () => void) => {
    try {
      for await (const now of ai.watchTrainingJob(job.id, { brandId: job.brandId, signal })) {
        heard();
        last = now;
        progress.show(now.progress / 100, describe(now));
        const state = JSON.stringify(now);
        if (state !== said) onChange(now);
        said = state;
      }
    } finally {
      progress.end();
    }
  };
  try {
    await waitOut(watch, { output, signal }, { patienceMs, left: trainingGoesOn(job.id) });
  } catch (error) {
    if (!signal.aborted) throw error;
    return { job: last, isDetached: true };
  }
  return { job: last, isDetached: false };
}

/** What is said where nobody answers any more. */
export const trainingGoesOn = (id: string) => ({
  message: 'The training goes on without you.',
  hint: `Come back to it with: act jobs watch ${id}`,
});

/** How a command ends that has watched it. */
export function exitCodeOf({ job, isDetached }: WatchedJob): ExitCode {
  if (isDetached) return exitCodes.interrupted;
  return job.status === 'completed' ? exitCodes.done : exitCodes.endedBadly;
}

const describe = ({ name, status, stage }: TrainingJob) => `${name}: ${status}${stage ? ` (${stage})` : ''}`;

/** What a person reads when the watching is over. */
export function describeEnd({ job, isDetached }: WatchedJob): string[] {
  if (isDetached) {
    const { message, hint } = trainingGoesOn(job.id);
    return [`${message} ${hint}`];
  }
  if (job.status === 'completed') return [`Training ${job.id} is completed.`];
  if (job.status === 'cancelled') return [`Training ${job.id} was cancelled.`];
  return [
    `Training ${job.id} has failed. ${job.error?.message ?? ''}`.trim(),
    `Try it again with: act jobs retry ${job.id}`,
  ];
}
