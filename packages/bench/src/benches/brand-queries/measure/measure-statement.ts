import { createHash } from 'node:crypto';
import pg from 'pg';
import { median } from '../../../shared/median.ts';
import { type ExplainedRun, type PlanNode, parseExplained } from '../plans/plan-node.ts';
import type { Statement } from '../queries/compose-query.ts';

/** What several runs of a statement took. */
export interface Measurement {
  /** The median of pages looked at. */
  buffers: number;
  /** The median time, planning left out. */
  executionMs: number;
  planningMs: number;
  runs: number;
  plan: PlanNode;
}

/** PostgreSQL plans a prepared statement anew for five runs and then may settle on one plan for all values. */
const runsBeforeSettling = 5;
const slowRunMs = 2_000;
const fewestRuns = 3;

/**
 * Runs a statement five times, prepared, as PostgREST sends it.
 * @param isPatient false: three runs are enough where one takes seconds
 */
export async function measureStatement(
  client: pg.Client,
  statement: Statement,
  { isPatient = true } = {},
): Promise<Measurement> {
  return withPrepared(client, statement, async (run) => {
    const runs: ExplainedRun[] = [];
    while (runs.length < runsBeforeSettling) {
      const latest = await run();
      runs.push(latest);
      if (!isPatient && latest.executionMs > slowRunMs && runs.length >= fewestRuns) break;
    }
    return summarize(runs);
  });
}

/** The same, and how it runs from the sixth time on, when PostgreSQL may have settled on a plan for all values. */
export async function measureUntilSettled(
  client: pg.Client,
  statement: Statement,
): Promise<{ first: Measurement; settled: Measurement }> {
  return withPrepared(client, statement, async (run) => {
    const runs: ExplainedRun[] = [];
    while (runs.length < 2 * runsBeforeSettling) runs.push(await run());
    return {
      first: summarize(runs.slice(0, runsBeforeSettling)),
      settled: summarize(runs.slice(runsBeforeSettling)),
    };
  });
}

/** A fingerprint of the rows that a statement answers with. */
export async function fingerprint(client: pg.Client, { text, values }: Statement): Promise<string> {
  const { rows } = await client.query({ text, values, rowMode: 'array' });
  return `${rows.length} rows, ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
}

async function withPrepared<Result>(
  client: pg.Client,
  { text, values }: Statement,
  work: (run: () => Promise<ExplainedRun>) => Promise<Result>,
): Promise<Result> {
  await client.query(`prepare measured as ${text}`);
  const call = values.length === 0 ? 'measured' : `measured (${values.map(pg.escapeLiteral).join(', ')})`;
  const result = await work(async () => {
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
      `explain (analyze, buffers, timing off, format json) execute ${call}`,
    );
    return parseExplained(rows[0]?.['QUERY PLAN']);
  });
  await client.query('deallocate measured');
  return result;
}

function summarize(runs: ExplainedRun[]): Measurement {
  const last = runs.at(-1);
  if (!last) throw new Error('A statement was measured without being run.');
  return {
    buffers: median(runs.map(({ buffers }) => buffers)),
    executionMs: median(runs.map(({ executionMs }) => executionMs)),
    planningMs: median(runs.map(({ planningMs }) => planningMs)),
    runs: runs.length,
    plan: last.plan,
  };
}
