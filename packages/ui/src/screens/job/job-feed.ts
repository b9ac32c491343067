import { isJobStatus } from '../../jobs/job-status.ts';
import type { LossPoint } from '../../jobs/loss-point.ts';
import type { StageMark } from '../../jobs/stages.ts';

/** What a training has told so far. */
export interface JobFeed {
  readonly marks: readonly StageMark[];
  readonly points: readonly LossPoint[];
  readonly log: readonly string[];
}

export const emptyFeed: JobFeed = { marks: [], points: [], log: [] };

const mostLogLines = 500;

/** The feed with one message more; one that cannot be read changes nothing. */
export const takeMessage = (feed: JobFeed, kind: string, data: string): JobFeed => {
  const said = readObject(data);
  if (kind === 'metric') {
    const [step, loss] = [said('step'), said('loss')];
    if (typeof step !== 'number') return feed;
    // After a broken connection the last ones may come twice.
    const points = feed.points.filter((point) => point.step < step);
    return { ...feed, points: [...points, { step, loss: typeof loss === 'number' ? loss : null }] };
  }
  const [message, status, at] = [said('message'), said('status'), said('at')];
  if (kind === 'log' && typeof message === 'string') {
    return { ...feed, log: [...feed.log, ...message.trimEnd().split('\n')].slice(-mostLogLines) };
  }
  if (kind === 'state' && typeof status === 'string' && isJobStatus(status) && typeof at === 'string') {
    return { ...feed, marks: [...feed.marks, { status, at: new Date(at) }] };
  }
  return feed;
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
