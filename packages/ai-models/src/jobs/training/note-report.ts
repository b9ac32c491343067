import { lastLog, noteEvent, noteLosses } from '../../database/training-jobs.ts';
import type { TrainingReport } from '../../providers/training-provider.ts';
import { endOfText } from '../../shared/cut-text.ts';
import { believableLosses, believableStage } from '../runs/believable.ts';
import type { TrainingWork } from './training-work.ts';

/** Training is what happens between 30 and 95 of a job's hundred. */
export const toProgress = ({ progress }: TrainingReport): number =>
  30 + Math.floor(65 * Math.min(1, Math.max(0, progress || 0)));

const longestMessage = 20_000;

/** Keeps what a trainer said: points of the curve, and lines that were not there before. Telling decides nothing. */
export async function noteReport(
  { context, job }: Pick<TrainingWork, 'context' | 'job'>,
  report: TrainingReport,
  steps: number,
): Promise<void> {
  try {
    await noteLosses(context, job.id, believableLosses(report.losses, steps));
    const tail = endOfText(report.logTail, longestMessage);
    const message = newLines(await lastLog(context, job.id), tail);
    if (message === '') return;
    await noteEvent(context, job.id, {
      kind: 'log',
      stage: believableStage(report.stage) ?? null,
      message,
    });
  } catch (error) {
    context.logger.warn('what a trainer said could not be kept', { jobId: job.id, cause: error });
  }
}

/** What of this tail of a growing log comes after the last line that is known. */
function newLines(known: string | null, tail: string): string {
  const lines = tail.split('\n').filter((line) => line.trim() !== '');
  const lastKnown = known?.split('\n').at(-1);
  const index = lastKnown === undefined ? -1 : lines.lastIndexOf(lastKnown);
  return lines.slice(index + 1).join('\n');
}
