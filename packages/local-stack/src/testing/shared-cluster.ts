import { startTestCluster, type TestCluster } from './test-cluster.ts';

/** Set by the run's global setup for its test processes, and read nowhere else. */
const variable = 'ACT_TEST_CLUSTER';

/** Starts the one cluster that all test files of a run share. */
export async function shareTestCluster(): Promise<AsyncDisposable> {
  const cluster = await startTestCluster();
  process.env[variable] = JSON.stringify({ superuser: cluster.superuser, secrets: cluster.secrets });
  return cluster;
}

/** The run's cluster; outside a run, one of one's own that goes with what it was started for. */
export async function getTestCluster(cleanup: AsyncDisposableStack): Promise<TestCluster> {
  const shared = process.env[variable];
  if (shared) return JSON.parse(shared);
  return cleanup.use(await startTestCluster());
}
