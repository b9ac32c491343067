import { shareTestCluster } from './shared-cluster.ts';

/** Vitest's hook around a whole run. */
export async function setup(): Promise<() => Promise<void>> {
  const cluster = await shareTestCluster();
  return async () => cluster[Symbol.asyncDispose]();
}
