import { createRunId } from '../ids.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { planWithFaults } from './plan-with-faults.ts';
import { ring } from './ring.ts';
import { isTerminal, type Run, RunFailure, type RunPlan, type RunStatus } from './run.ts';

/** Looks at a run's input, when it begins to be worked on, and says what will come of it. */
export type Prepare = (run: Run) => Promise<RunPlan>;

export type NewRun = Pick<
  Run,
  'kind' | 'account' | 'model' | 'version' | 'input' | 'destination' | 'webhook'
> & {
  /** Simulated ms in `starting`. */
  queueMs: number;
  /** Simulated ms from creation after which the run is ended; null for never. */
  cancelAfterMs: number | null;
  prepare: Prepare;
};

/** What a prediction leaves is taken away after this, in simulated ms. */
const dataLifetimeMs = 60 * 60_000;
/** The simulator's log webhooks come no closer than this, in simulated ms. */
const logThrottleMs = 500;

/** Accepts a run and lets it take its course by the clock. */
export function startRun(options: NewRun, parts: ReplicateParts): Run {
  const { queueMs, cancelAfterMs, prepare, ...given } = options;
  const { clock, runs } = parts;
  const run: Run = {
    ...given,
    id: createRunId(),
    status: 'starting',
    output: null,
    error: null,
    dataRemoved: false,
    createdAt: clock.now(),
    startedAt: null,
    completedAt: null,
    deadline: cancelAfterMs === null ? null : clock.momentIn(cancelAfterMs),
    elapsed: { created: clock.elapsedMs(), started: null, completed: null },
    plan: null,
    stopping: new AbortController(),
    ended: Promise.withResolvers(),
  };
  runs.add(run);
  clock.schedule(queueMs, () => begin(run, prepare, parts));
  if (cancelAfterMs !== null) clock.schedule(cancelAfterMs, () => cancelRun(run, parts));
  return run;
}

/** Ends a run on somebody's wish; one that has ended already stays as it is. */
export function cancelRun(run: Run, parts: ReplicateParts): void {
  if (!isTerminal(run)) end(run, run.status === 'starting' ? 'aborted' : 'canceled', parts);
}

async function begin(run: Run, prepare: Prepare, parts: ReplicateParts): Promise<void> {
  if (isTerminal(run)) return;
  const { clock } = parts;
  run.status = 'processing';
  run.startedAt = clock.now();
  run.elapsed.started = clock.elapsedMs();
  ring(run, 'start', parts);
  try {
    run.plan = planWithFaults(run, await prepare(run), parts);
  } catch (error) {
    return fail(run, error, parts);
  }
  if (isTerminal(run)) return;
  ringForLogs(run, run.plan, parts);
  // A stalled run never ends, and no timer waits for it.
  if (run.plan.durationMs === Number.POSITIVE_INFINITY) return;
  const passedMs = clock.elapsedMs() - run.elapsed.started;
  clock.schedule(Math.max(run.plan.durationMs - passedMs, 0), () => complete(run, parts));
}

async function complete(run: Run, parts: ReplicateParts): Promise<void> {
  if (isTerminal(run) || !run.plan) return;
  try {
    if (run.plan.failure !== undefined) throw new RunFailure(run.plan.failure);
    const output = await run.plan.finish();
    if (isTerminal(run)) return;
    run.output = output;
  } catch (error) {
    return fail(run, error, parts);
  }
  if (run.kind === 'prediction') ring(run, 'output', parts);
  end(run, 'succeeded', parts);
}

function fail(run: Run, error: unknown, parts: ReplicateParts): void {
  if (isTerminal(run)) return;
  run.error = error instanceof Error ? error.message : String(error);
  end(run, 'failed', parts);
}

function end(run: Run, status: RunStatus, parts: ReplicateParts): void {
  const { clock } = parts;
  run.status = status;
  run.completedAt = clock.now();
  run.elapsed.completed = clock.elapsedMs();
  run.stopping.abort();
  ring(run, 'completed', parts);
  run.ended.resolve();
  if (run.kind === 'prediction') clock.schedule(dataLifetimeMs, () => removeData(run, parts));
}

function removeData(run: Run, { outputs }: ReplicateParts): void {
  outputs.removeOf(run.id);
  run.input = {};
  run.output = null;
  run.dataRemoved = true;
}

function ringForLogs(run: Run, plan: RunPlan, parts: ReplicateParts): void {
  if (!run.webhook?.events.includes('logs')) return;
  let last = Number.NEGATIVE_INFINITY;
  for (const moment of plan.logMoments ?? []) {
    if (moment - last < logThrottleMs) continue;
    last = moment;
    parts.clock.schedule(moment, () => {
      if (!isTerminal(run)) ring(run, 'logs', parts);
    });
  }
}
