import type { Account } from '../accounts/accounts.ts';
import { isTerminal, type Run } from './run.ts';

export interface RunStore {
  add(run: Run): void;
  /** An account's own run; null for another's, as if it were not there. */
  find(id: string, kind: Run['kind'], account: Account): Run | null;
  /** An account's runs of one kind, newest first. */
  list(kind: Run['kind'], account: Account): Run[];
  all(): Run[];
}

/** Runs in memory, gone with the process. */
export function createRunStore(): RunStore {
  const runs = new Map<string, Run>();
  return {
    add: (run) => void runs.set(run.id, run),
    find(id, kind, account) {
      const run = runs.get(id);
      return run?.kind === kind && run.account === account ? run : null;
    },
    list: (kind, account) =>
      [...runs.values()].filter((run) => run.kind === kind && run.account === account).reverse(),
    all: () => [...runs.values()],
  };
}

/** Ends what is under way, because the simulator closes. */
export function stopRuns(runs: readonly Run[]): void {
  for (const run of runs) if (!isTerminal(run)) run.stopping.abort();
}
