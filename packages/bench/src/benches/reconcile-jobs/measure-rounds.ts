import { setTimeout as pause } from 'node:timers/promises';
import { createSystemSigner } from '@act/ai-models';
import { createReplicateProvider } from '@act/ai-models/providers/replicate';
import {
  createManualClock,
  type ProviderSimulators,
  startProviderSimulators,
  type TestStack,
} from '@act/local-stack/testing';
import { createWorkDuty, startWorker, type Worker } from '@act/worker';
import type pg from 'pg';
import { makeArchive, openProject, startRuns } from './running-jobs.ts';
import type { Scale } from './scale.ts';

/** One look at every training that runs. */
export interface MeasuredRound {
  readonly name: string;
  readonly open: number;
  /** Runs that had ended since the round before. */
  readonly changed: number;
  readonly pages: number;
  readonly looks: number;
  readonly others: number;
  readonly seconds: number;
  /** Every training was looked at, and the ended ones are known to have ended. */
  readonly isComplete: boolean;
}

export interface MeasureOptions {
  readonly scale: Scale;
  readonly onProgress: (what: string) => void;
  readonly signal: AbortSignal | undefined;
}

/** However slow the machine, a round is over long before. */
const betweenRoundsMs = 60 * 60_000;

/** A worker of its own reconciles, and every request is counted where it reaches the simulator. */
export async function measureRounds({ scale, onProgress, signal }: MeasureOptions): Promise<MeasuredRound[]> {
  await using cleanup = new AsyncDisposableStack();
  const clock = createManualClock();
  cleanup.defer(() => clock.stop());
  const archive = await makeArchive();
  const simulators = cleanup.use(
    await startProviderSimulators({ clock, listen: false, fetch: async () => new Response(archive) }),
  );
  simulators.faults.add({ on: 'replicate.trainings.run', kind: 'stall', times: scale.runs });
  onProgress(`${scale.runs} runs`);
  const runIds = await startRuns(simulators, scale.runs, signal);
  await clock.advance(5 * 60_000);
  const { stack, superuser } = await openProject(cleanup, runIds);

  const calls: string[] = [];
  const time = { passedMs: 0 };
  const worker = await startReconciler({
    stack,
    simulators,
    now: () => new Date(Date.now() + time.passedMs),
    onCall: (call) => calls.push(call),
  });
  cleanup.defer(() => worker.stop({ graceMs: 0 }));

  const rounds: MeasuredRound[] = [];
  const known: string[] = [];
  const measure = async (name: string, ended: readonly string[]) => {
    known.push(...ended);
    onProgress(name);
    signal?.throwIfAborted();
    for (const id of ended) await endRun(simulators, id);
    calls.length = 0;
    const { open, seconds } = await reconcileAll(superuser, signal);
    const count = (kind: string) => calls.filter((call) => call === kind).length;
    rounds.push({
      name,
      open,
      changed: ended.length,
      pages: count('page'),
      looks: count('look'),
      others: calls.length - count('page') - count('look'),
      seconds,
      isComplete: await knowsEnds(superuser, known),
    });
    time.passedMs += betweenRoundsMs;
    await clock.advance(60_000);
  };
  await measure('by a worker that was just started', []);
  await measure('nothing has changed', []);
  await measure(`${scale.ends} have ended`, runIds.slice(0, scale.ends));
  await measure('nothing more', []);
  return rounds;
}

interface ReconcilerOptions {
  readonly stack: TestStack;
  readonly simulators: ProviderSimulators;
  readonly now: () => Date;
  readonly onCall: (call: string) => void;
}

const startReconciler = ({ stack, simulators, now, onCall }: ReconcilerOptions): Promise<Worker> =>
  startWorker({
    supabase: { url: stack.url, publishableKey: stack.secrets.publishableKey },
    signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }),
    databaseUrl: stack.workerDatabaseUrl,
    providers: [
      createReplicateProvider({
        apiToken: simulators.replicate.token,
        baseUrl: simulators.replicate.url,
        fetch: (input, init) => {
          onCall(nameCall(input, init));
          return simulators.fetch(input, init);
        },
      }),
    ],
    fetch: (input, init) => stack.fetch(new Request(input, init)),
    // Each training is looked at once in a round.
    pollIntervalMs: betweenRoundsMs / 2,
    now,
    duties: [createWorkDuty('reconcile', { slots: 4, wake: () => undefined })],
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });

function nameCall(input: string | URL | Request, init: RequestInit | undefined): string {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
  if (method !== 'GET') return `${method} ${pathname}`;
  if (/\/trainings$/.test(pathname)) return 'page';
  return /\/trainings\/[^/]+$/.test(pathname) ? 'look' : pathname;
}

async function endRun({ replicate, fetch }: ProviderSimulators, id: string): Promise<void> {
  const response = await fetch(`${replicate.url}/trainings/${id}/cancel`, {
    method: 'POST',
    headers: { authorization: `Bearer ${replicate.token}` },
  });
  if (!response.ok) throw new Error(`A run could not be ended: ${response.status}.`);
}

/** Makes every open training due, and waits until each was looked at once. */
async function reconcileAll(superuser: pg.Client, signal: AbortSignal | undefined) {
  const { rowCount } = await superuser.query(
    `update public.lora_training_jobs set due_at = now(), lease_expires_at = null where status = 'training'`,
  );
  const startedAt = performance.now();
  await superuser.query(`select pg_notify('act_work', 'a round')`);
  for (;;) {
    signal?.throwIfAborted();
    const { rowCount: left } = await superuser.query(
      `select from public.lora_training_jobs where due_at <= now() or lease_expires_at > now()`,
    );
    if (left === 0) return { open: rowCount ?? 0, seconds: (performance.now() - startedAt) / 1_000 };
    await pause(100);
  }
}

async function knowsEnds(superuser: pg.Client, ended: readonly string[]): Promise<boolean> {
  const { rows } = await superuser.query<{ is_right: boolean }>(
    `select bool_and(status = case when provider_job_id = any ($1) then 'cancelled' else 'training' end) as is_right
     from public.lora_training_jobs`,
    [ended],
  );
  return rows[0]?.is_right ?? false;
}
