import type { RunHandle, TrainingListing, TrainingProvider, TrainingStatus } from '@act/ai-models/providers';

export interface RunBoardOptions {
  /** Trainings that run at this provider, over all brands. */
  readonly countOpenRuns: () => Promise<number>;
  readonly now: () => Date;
  /** Up to so many are asked after one by one. Default 20. */
  readonly fewRuns?: number;
  /** A list is read no more often than this. Default 5,000. */
  readonly intervalMs?: number;
  /** Runs that go on unchanged, and are looked at all the same for what they say: so many with each list. Default 5. */
  readonly looksPerList?: number;
}

type OpenStatus = Extract<TrainingStatus, { state: 'queued' | 'running' }>;

/** What is known of a run that goes on. */
interface KnownRun {
  status: OpenStatus;
  /** The list that has answered for it last: each answers once. */
  answeredBy: number;
  lookedAt: number;
  askedAt: number;
}

interface RunList {
  readonly number: number;
  readonly readAt: number;
  readonly states: ReadonlyMap<string, TrainingListing['state']>;
  looksLeft: number;
}

const linesPerPage = 100;
/** A list tells of runs as they were; older than this it tells nothing. */
const oldestListMs = 120_000;
/** Nobody trains for longer. */
const longestRunMs = 7 * 24 * 3_600_000;
/** Before a provider that listed nothing is asked for a list again. */
const withoutListMs = 10 * 60_000;
/** What a run says is worth another look after this. */
const staleReportMs = 30_000;
const forgottenMs = 10 * 60_000;

/**
 * Asks after many runs with few calls: while many go on, one list answers once for each that has not changed. A run that
 * has begun, ended or is missing from the list is always asked after by itself, and its answer alone decides.
 */
export function withRunBoard(training: TrainingProvider, options: RunBoardOptions): TrainingProvider {
  const { countOpenRuns, now, fewRuns = 20, intervalMs = 5_000, looksPerList = 5 } = options;
  const runs = new Map<string, KnownRun>();
  let list: RunList | null = null;
  let notBefore = 0;
  let lists = 0;
  let reading: Promise<void> | null = null;

  const readList = async (): Promise<void> => {
    const readAt = now().getTime();
    notBefore = readAt + intervalMs;
    try {
      const open = await countOpenRuns();
      list = open > fewRuns ? await listRuns(open, readAt) : null;
    } catch {
      // Each is asked after by itself, then.
      list = null;
    }
  };
  const listRuns = async (open: number, readAt: number): Promise<RunList | null> => {
    const most = Math.ceil(open / linesPerPage) * linesPerPage;
    const states = new Map<string, TrainingListing['state']>();
    for await (const { handle, state } of training.listTrainings({
      since: new Date(readAt - longestRunMs),
    })) {
      states.set(handle.providerJobId, state);
      if (states.size >= most) break;
    }
    if (states.size === 0) notBefore = readAt + withoutListMs;
    for (const [id, { askedAt }] of runs) if (readAt - askedAt > forgottenMs) runs.delete(id);
    lists += 1;
    return { number: lists, readAt, states, looksLeft: looksPerList };
  };

  /** A list that has not answered for this run yet. */
  const freshList = async (known: KnownRun | undefined): Promise<RunList | null> => {
    const at = now().getTime();
    const isFresh = list !== null && list.number !== known?.answeredBy && at - list.readAt < oldestListMs;
    if (!isFresh && at >= notBefore) {
      reading ??= readList().finally(() => {
        reading = null;
      });
    }
    if (!isFresh) await reading;
    const isNew = list !== null && list.number !== known?.answeredBy && at - list.readAt < oldestListMs;
    return isNew ? list : null;
  };

  const isOpen = (status: TrainingStatus): status is OpenStatus =>
    status.state === 'queued' || status.state === 'running';

  const look: TrainingProvider['getTrainingStatus'] = async (handle, call) => {
    const answeredBy = list?.number ?? 0;
    const status = await training.getTrainingStatus(handle, call);
    const at = now().getTime();
    if (isOpen(status)) runs.set(handle.providerJobId, { status, answeredBy, lookedAt: at, askedAt: at });
    else runs.delete(handle.providerJobId);
    return status;
  };

  /** What the list says of a run, if that is nothing new. */
  const unchanged = async ({ providerJobId }: RunHandle): Promise<OpenStatus | null> => {
    const fresh = await freshList(runs.get(providerJobId));
    const state = fresh?.states.get(providerJobId);
    if (!fresh || (state !== 'queued' && state !== 'running')) return null;
    const at = now().getTime();
    // A run that nobody of this process has asked after yet: that it goes on is all there is to know.
    const known = runs.get(providerJobId) ?? {
      status: openStatus(state),
      answeredBy: 0,
      lookedAt: 0,
      askedAt: at,
    };
    if (known.status.state !== state) return null;
    if (state === 'running' && fresh.looksLeft > 0 && at - known.lookedAt > staleReportMs) {
      fresh.looksLeft -= 1;
      return null;
    }
    runs.set(providerJobId, { ...known, answeredBy: fresh.number, askedAt: at });
    return withoutNews(known.status);
  };

  return {
    ...training,
    getTrainingStatus: async (handle, call) => (await unchanged(handle)) ?? look(handle, call),
    async cancelTraining(handle, how) {
      await training.cancelTraining(handle, how);
      const known = runs.get(handle.providerJobId);
      // No list that was read before knows of it.
      if (known) known.answeredBy = list?.number ?? known.answeredBy;
    },
  };
}

const nothingSaid = { losses: [], logTail: '' } as const;

const openStatus = (state: 'queued' | 'running'): OpenStatus =>
  state === 'running' ? { state, report: nothingSaid } : { state };

/** The same state without what was told before. */
const withoutNews = (status: OpenStatus): OpenStatus =>
  status.state === 'running'
    ? { ...status, report: { ...status.report, ...nothingSaid } }
    : { state: 'queued' };
