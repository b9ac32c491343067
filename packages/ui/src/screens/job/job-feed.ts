import { isJobStatus } from '../../jobs/job-status.ts';
import type { LossPoint } from '../../jobs/loss-point.ts';
import type { StageMark } from '../../jobs/stages.ts';

/** When something began inside of a state. */
interface StageNote {
  readonly stage: string;
  readonly at: Date;
}

/** What a training has told so far. */
export interface JobFeed {
  readonly marks: readonly StageMark[];
  readonly notes: readonly StageNote[];
  readonly points: readonly LossPoint[];
  readonly log: readonly string[];
}

export const emptyFeed: JobFeed = { marks: [], notes: [], points: [], log: [] };

const mostLogLines = 2000;

/** The feed with one message more; one that cannot be read changes nothing. */
export const takeMessage = (feed: JobFeed, kind: string, data: string): JobFeed => {
  const said = readObject(data);
  if (kind === 'metric') return takeMetric(feed, said);
  const [message, status, stage] = [said('message'), said('status'), said('stage')];
  const at = readTime(said('at'));
  if (kind === 'log' && typeof message === 'string') {
    const log = [...feed.log, ...message.trimEnd().split('\n')].slice(-mostLogLines);
    return takeStage({ ...feed, log }, stage, at);
  }
  if (kind === 'stage') return takeStage(feed, stage, at);
  if (kind === 'state' && typeof status === 'string' && isJobStatus(status) && at) {
    return takeStage({ ...feed, marks: [...feed.marks, { status, at }] }, stage, at);
  }
  return feed;
};

const takeMetric = (feed: JobFeed, said: (key: string) => unknown): JobFeed => {
  const [step, loss] = [said('step'), said('loss')];
  if (typeof step !== 'number') return feed;
  // After a broken connection the last ones may come twice.
  const points = feed.points.filter((point) => point.step < step);
  return { ...feed, points: [...points, { step, loss: typeof loss === 'number' ? loss : null }] };
};

const takeStage = (feed: JobFeed, stage: unknown, at: Date | null): JobFeed =>
  typeof stage === 'string' && at && feed.notes.at(-1)?.stage !== stage
    ? { ...feed, notes: [...feed.notes, { stage, at }] }
    : feed;

const readTime = (value: unknown): Date | null => {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
};

const readObject = (data: string): ((key: string) => unknown) => {
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(data);
  } catch {
    // Cut off on the way; the stream goes on with the next one.
  }
  return (key) => (typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, key) : undefined);
};
