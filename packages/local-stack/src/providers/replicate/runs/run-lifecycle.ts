import { createRunId } from '../ids.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { planWithFaults } from './plan-with-faults.ts';
import { ring } from './ring.ts';
import { isTerminal, type Run, RunFailure, type RunPlan, type RunStatus } from './run.ts';

/** Looks at a run's input, when it begins to be worked on, and says what will come of it. */
export type Prepare = (run: Run) => Promise<RunPlan>;

export type NewRun = Pick<
  Run,
  'kind' | 'account' | 'model' | 'version' | 'input' | 'destination' | 'webhook' | 'queueMs' | 'cancelAfterMs'
> & { prepare: Prepare };

/** What a prediction leaves is taken away after this, in simulated ms. */
const dataLifetimeMs = 60 * 60_000;
/** The simulator's log webhooks come no closer than this, in simulated ms. */
const logThrottleMs = 500;

/** Accepts a run and lets it take its course by the clock. */
export function startRun(options: NewRun, parts: ReplicateParts): Run {
  const { prepare, ...given } = options;
  const { queueMs, cancelAfterMs } = given;
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
    material: null,
    fault: null,
    plan: null,
    stopping: new AbortController(),
    ended: Promise.withResolvers(),
  };
  runs.keep(run);
  clock.schedule(queueMs, () => begin(run, prepare, parts));
  if (cancelAfterMs !== null) clock.schedule(cancelAfterMs, () => cancelRun(run, parts));
  return run;
}

/**
 * Lets a run of an earlier process go on as if that had never ended. What has a lifetime has it anew: nobody could look
 * at it in between.
 */
export function resumeRun(run: Run, prepare: Prepare, parts: ReplicateParts): void {
  const { clock } = parts;
  if (isTerminal(run)) {
    forgetInTime(run, parts);
    // For its log.
    if (run.material !== null) clock.schedule(0, () => plan(run, prepare, parts).catch(() => undefined));
    return;
  }
  if (run.status === 'starting') {
    const queuedMs = clock.elapsedMs() - run.elapsed.created;
    clock.schedule(run.queueMs - queuedMs, () => begin(run, prepare, parts));
  } else {
    clock.schedule(0, () => proceed(run, prepare, parts));
  }
  if (run.cancelAfterMs !== null) clock.schedule(run.cancelAfterMs, () => cancelRun(run, parts));
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
  run.elapsed.started = run.elapsed.created + run.queueMs;
  parts.runs.keep(run);
  ring(run, 'start', parts);
  await proceed(run, prepare, parts);
}

/** From wherever its time in `processing` has come to. */
async function proceed(run: Run, prepare: Prepare, parts: ReplicateParts): Promise<void> {
  const { clock, runs } = parts;
  try {
    await plan(run, prepare, parts);
  } catch (error) {
    return fail(run, error, parts);
  }
  if (isTerminal(run) || !run.plan) return;
  runs.keep(run);
  const passedMs = clock.elapsedMs() - (run.elapsed.started ?? 0);
  ringForLogs(run, { plan: run.plan, passedMs }, parts);
  // A stalled run never ends, and no timer waits for it.
  if (run.plan.durationMs === Number.POSITIVE_INFINITY) return;
  clock.schedule(Math.max(run.plan.durationMs - passedMs, 0), () => complete(run, parts));
}

async function plan(run: Run, prepare: Prepare, parts: ReplicateParts): Promise<void> {
  run.plan = planWithFaults(run, await prepare(run), parts);
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
  const { clock, runs } = parts;
  const { started } = run.elapsed;
  // It may be that its time was up before this process began.
  const dueMs = started !== null && run.plan ? started + run.plan.durationMs : Number.POSITIVE_INFINITY;
  run.status = status;
  run.completedAt = clock.now();
  run.elapsed.completed = Math.min(clock.elapsedMs(), dueMs);
  runs.keep(run);
  run.stopping.abort();
  ring(run, 'completed', parts);
  run.ended.resolve();
  forgetInTime(run, parts);
}

function forgetInTime(run: Run, parts: ReplicateParts): void {
  if (run.kind !== 'prediction' || run.dataRemoved) return;
  parts.clock.schedule(dataLifetimeMs, () => removeData(run, parts));
}

function removeData(run: Run, { outputs, runs }: ReplicateParts): void {
  outputs.removeOf(run.id);
  run.input = {};
  run.output = null;
  run.material = null;
  run.dataRemoved = true;
  runs.keep(run);
}

function ringForLogs(
  run: Run,
  { plan, passedMs }: { plan: RunPlan; passedMs: number },
  parts: ReplicateParts,
): void {
  if (!run.webhook?.events.includes('logs')) return;
  let last = Number.NEGATIVE_INFINITY;
  for (const moment of plan.logMoments ?? []) {
    if (moment < passedMs || moment - last < logThrottleMs) continue;
    last = moment;
    parts.clock.schedule(moment - passedMs, () => {
      if (!isTerminal(run)) ring(run, 'logs', parts);
    });
  }
}
