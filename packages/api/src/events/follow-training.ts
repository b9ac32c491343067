import { AiModelsError, type TrainingJob } from '@act/ai-models';
import type { ApiWorld } from '../api-world.ts';
import {
  type EventRow,
  eventsAtOnce,
  listEventsAfter,
  listMetricsFrom,
  type MetricRow,
  metricsAtOnce,
} from '../database/training-events.ts';
import { ApiError } from '../http/api-error.ts';
import type { Caller } from '../session/caller.ts';
import { type EventCursor, toMessageId } from './event-cursor.ts';
import { pause } from './pause.ts';

export interface FollowTrainingOptions {
  readonly world: ApiWorld;
  readonly caller: Caller;
  /** As it was when the stream was opened. */
  readonly job: TrainingJob;
  /** What the reader has seen already. */
  readonly cursor: EventCursor;
  readonly signal: AbortSignal;
}

/** Away for longer than so many looks in a row, the stream ends; its reader opens another. */
const mostFailures = 5;
const ended = new Set<string>(['completed', 'failed', 'cancelled']);

/** A training as server-sent events: as it is, what changes, its log and loss, until it or the reader's session ends. */
export async function* followTraining(options: FollowTrainingOptions): AsyncGenerator<string> {
  const { world, caller, signal } = options;
  const { eventsIntervalMs, heartbeatMs, sessionCheckMs, now } = world;
  let { cursor, job } = options;
  let [failures, spokenAt, askedAt] = [0, now().getTime(), now().getTime()];
  yield `retry: 3000\n${message('job', job, cursor)}`;
  for (;;) {
    const news = await look(caller, { job, cursor }).catch(explain);
    if (typeof news === 'string') {
      failures += 1;
      if (news !== 'away' || failures >= mostFailures) return yield end(news);
    } else {
      failures = 0;
      const said = [...tell(news, { job, cursor })];
      cursor = news.cursor;
      job = news.job;
      if (said.length > 0) {
        spokenAt = now().getTime();
        yield said.join('');
      }
      if (ended.has(job.status) && news.isAll) return yield end('ended');
      if (!news.isAll) continue;
    }
    if (now().getTime() - spokenAt >= heartbeatMs) {
      spokenAt = now().getTime();
      yield ': still here\n\n';
    }
    if (now().getTime() - askedAt >= sessionCheckMs) {
      askedAt = now().getTime();
      const left = await caller.stillThere().then(() => null, explain);
      if (left !== null) return yield end(left);
    }
    await pause(eventsIntervalMs, signal);
    if (signal.aborted) return;
  }
}

interface News {
  readonly job: TrainingJob;
  readonly events: readonly EventRow[];
  readonly metrics: readonly MetricRow[];
  readonly cursor: EventCursor;
  /** Whether nothing more waits to be read. */
  readonly isAll: boolean;
}

/** What the reader was told last. */
type Told = Pick<FollowTrainingOptions, 'job' | 'cursor'>;

/** Through the library, which asks anew whether the reader is in the brand. */
async function look({ ai, database }: Caller, { job: { id, brandId }, cursor }: Told): Promise<News> {
  const scope = { database, brandId };
  // First, so that what has ended has all of its events.
  const job = await ai.getTrainingJob(id, { brandId });
  const [events, metrics] = await Promise.all([
    listEventsAfter(scope, id, cursor.eventId),
    listMetricsFrom(scope, id, cursor.nextStep),
  ]);
  return {
    job,
    events,
    metrics,
    cursor: {
      eventId: events.at(-1)?.id ?? cursor.eventId,
      nextStep: Math.max(cursor.nextStep, (metrics.at(-1)?.step ?? -1) + 1),
    },
    isAll: events.length < eventsAtOnce && metrics.length < metricsAtOnce,
  };
}

function* tell(news: News, before: Told): Generator<string> {
  let { cursor } = before;
  for (const { id, kind, created_at: at, ...said } of news.events) {
    cursor = { ...cursor, eventId: id };
    if (kind !== 'signal') yield message(kind, { ...said, at }, cursor);
  }
  for (const { step, loss, learning_rate: learningRate } of news.metrics) {
    cursor = { ...cursor, nextStep: step + 1 };
    yield message('metric', { step, loss, learningRate }, cursor);
  }
  if (JSON.stringify(news.job) !== JSON.stringify(before.job)) yield message('job', news.job, news.cursor);
}

const message = (event: string, data: unknown, cursor: EventCursor) =>
  `event: ${event}\nid: ${toMessageId(cursor)}\ndata: ${JSON.stringify(data)}\n\n`;

/** Why there is nothing more to come. */
type Reason = 'ended' | 'signed_out' | 'not_there' | 'away';

const end = (reason: Reason) => `event: end\ndata: ${JSON.stringify({ reason })}\n\n`;

function explain(error: unknown): Reason {
  if (AiModelsError.isInstance(error, 'not_signed_in') && !error.retryable) return 'signed_out';
  if (AiModelsError.isInstance(error, 'job_not_found', 'brand_not_allowed', 'not_allowed'))
    return 'not_there';
  return error instanceof ApiError && error.status === 401 ? 'signed_out' : 'away';
}
