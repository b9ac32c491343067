import type { RunHandle, TrainingListing, TrainingProvider, TrainingStatus } from '@act/ai-models/providers';

export interface RunBoardOptions {
  /** Trainings that run at this provider, over all brands. */
  readonly countOpenRuns: () => Promise<number>;
  readonly now: () => Date;
  /** Up to so many are asked after one by one. Default 20. */
  readonly fewRuns?: number;
  /** A list is read no more often than this. Default 5,000. */
  readonly intervalMs?: number;
  /** A round of looks takes so many at least. Default 5. */
  readonly fewestLooks?: number;
}

type OpenStatus = Extract<TrainingStatus, { state: 'queued' | 'running' }>;

/** What is known of a run that goes on. */
interface KnownRun {
  readonly status: OpenStatus;
  /** The list that has answered for it last: each answers once. */
  readonly answeredBy: number;
  readonly lookedAt: number;
  readonly askedAt: number;
}

/** What answers for runs in one round. */
interface RunList {
  readonly number: number;
  readonly readAt: number;
  readonly states: Map<string, TrainingListing['state']>;
  /** In a round without a list of its own: those that are asked after by themselves for what they say. */
  readonly toHear: Set<string> | null;
}

const linesPerPage = 100;
/** A list tells of runs as they were; older than this, and than a few rounds, it tells nothing. */
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
 *
 * No list tells what a run says. So every other round goes without one and asks as many runs as it would have had pages,
 * those first that were not heard for longest: logs move, and no round costs more than its list.
 */
export function withRunBoard(training: TrainingProvider, options: RunBoardOptions): TrainingProvider {
  const { countOpenRuns, now, fewRuns = 20, intervalMs = 5_000, fewestLooks = 5 } = options;
  const runs = new Map<string, KnownRun>();
  let list: RunList | null = null;
  let notBefore = 0;
  let lists = 0;
  let beginning: Promise<void> | null = null;

  const beginRound = async (): Promise<void> => {
    const at = now().getTime();
    notBefore = at + intervalMs;
    try {
      const open = await countOpenRuns();
      list = open > fewRuns ? (withoutList(open) ?? (await listRuns(open, at))) : null;
    } catch {
      // Each is asked after by itself, then.
      list = null;
    }
  };
  const pagesFor = (open: number) => Math.ceil(open / linesPerPage);
  const isOld = ({ readAt }: RunList, inMs = 0) =>
    now().getTime() + inMs - readAt >= Math.max(oldestListMs, 4 * intervalMs);
  /** What the last list said, and whom to hear this time; null where a list is due, or nobody has more to say. */
  const withoutList = (open: number): RunList | null => {
    // It has to be good for the whole round: in the midst of one, each run would be asked after by itself.
    if (!list || list.toHear || isOld(list, intervalMs)) return null;
    const { states } = list;
    const unheard = longestUnheard(runs, now().getTime() - staleReportMs).filter(
      // Others may know already that one has ended.
      (id) => states.get(id) === 'running',
    );
    if (unheard.length === 0) return null;
    lists += 1;
    const toHear = new Set(unheard.slice(0, Math.max(fewestLooks, pagesFor(open))));
    return { ...list, number: lists, toHear };
  };
  const listRuns = async (open: number, readAt: number): Promise<RunList | null> => {
    const most = pagesFor(open) * linesPerPage;
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
    return { number: lists, readAt, states, toHear: null };
  };

  /** A list that has not answered for this run yet. */
  const freshList = async (known: KnownRun | undefined): Promise<RunList | null> => {
    const unused = () => (list && list.number !== known?.answeredBy && !isOld(list) ? list : null);
    const there = unused();
    if (there) return there;
    if (now().getTime() >= notBefore) {
      beginning ??= beginRound().finally(() => {
        beginning = null;
      });
    }
    await beginning;
    return unused();
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
    if (fresh.toHear?.delete(providerJobId)) return null;
    // Long before its turn: somebody has heard of it since that list was read.
    if (fresh.toHear && known.askedAt > at - intervalMs / 2 && runs.has(providerJobId)) return null;
    runs.set(providerJobId, { ...known, answeredBy: fresh.number, askedAt: at });
    return withoutNews(known.status);
  };

  return {
    ...training,
    getTrainingStatus: async (handle, call) => (await unchanged(handle)) ?? look(handle, call),
    async cancelTraining(handle, how) {
      await training.cancelTraining(handle, how);
      // No list that was read before knows of it.
      list?.states.delete(handle.providerJobId);
    },
  };
}

/** Runs that were last heard before then, those first that were not heard for longest. */
const longestUnheard = (runs: ReadonlyMap<string, KnownRun>, before: number): string[] =>
  [...runs]
    .filter(([, { status, lookedAt }]) => status.state === 'running' && lookedAt < before)
    .sort(([, one], [, other]) => one.lookedAt - other.lookedAt)
    .map(([id]) => id);

const nothingSaid = { losses: [], logTail: '' } as const;

const openStatus = (state: 'queued' | 'running'): OpenStatus =>
  state === 'running' ? { state, report: nothingSaid } : { state };

/** The same state without what was told before. */
const withoutNews = (status: OpenStatus): OpenStatus =>
  status.state === 'running'
    ? { ...status, report: { ...status.report, ...nothingSaid } }
    : { state: 'queued' };
