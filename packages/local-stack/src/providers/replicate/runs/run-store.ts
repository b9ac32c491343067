import type { Memory } from '../../memory/memory.ts';
import type { Account, Accounts } from '../accounts/accounts.ts';
import { fromKeptRun, type KeptRun, keptRunSchema, toKeptRun } from './kept-run.ts';
import { isTerminal, type Run } from './run.ts';

export interface RunStore {
  /** Takes a run in, and notes what has become of it. */
  keep(run: Run): void;
  /** An account's own run; null for another's, as if it were not there. */
  find(id: string, kind: Run['kind'], account: Account): Run | null;
  /** An account's runs of one kind, newest first. */
  list(kind: Run['kind'], account: Account): Run[];
  all(): Run[];
  /** Ends what is under way, because the simulator closes: in memory it stays as it was. */
  stop(): void;
}

const kind = 'replicate run';

/** On the wall: nobody asks for a run that ended so long ago, and a memory grows no further. */
const keptAfterEndMs = 30 * 24 * 60 * 60_000;
const isLongOver = ({ completedAt }: KeptRun) =>
  completedAt !== null && Date.now() - completedAt > keptAfterEndMs;

export function createRunStore(accounts: Accounts, memory: Memory): RunStore {
  const runs = new Map<string, Run>();
  let isStopped = false;
  for (const kept of memory.recall(kind, keptRunSchema)) {
    const account = accounts.find(kept.account);
    if (account && !isLongOver(kept)) runs.set(kept.id, fromKeptRun(kept, account));
    else memory.keep(kind, kept.id, null);
  }

  return {
    keep(run) {
      runs.set(run.id, run);
      if (!isStopped) memory.keep(kind, run.id, toKeptRun(run));
    },
    find(id, kind, account) {
      const run = runs.get(id);
      return run?.kind === kind && run.account === account ? run : null;
    },
    list: (kind, account) =>
      [...runs.values()].filter((run) => run.kind === kind && run.account === account).reverse(),
    all: () => [...runs.values()],
    stop() {
      isStopped = true;
      for (const run of runs.values()) if (!isTerminal(run)) run.stopping.abort();
    },
  };
}
