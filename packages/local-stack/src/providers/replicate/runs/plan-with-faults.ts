import type { FaultBoard } from '../../faults/fault-board.ts';
import type { Run, RunPlan } from './run.ts';

/** Where faults of runs are set: `replicate.trainings.run`, `replicate.predictions.run`. */
export const runPlace = ({ kind }: Pick<Run, 'kind'>): string => `replicate.${kind}s.run`;

const outOfMemory =
  'CUDA out of memory. Tried to allocate 2.25 GiB. GPU 0 has a total capacity of 79.10 GiB of which 1.31 GiB is free.';

/** What a run means to do, unless something is to go wrong with it. */
export function planWithFaults(run: Run, plan: RunPlan, { faults }: { faults: FaultBoard }): RunPlan {
  const on = runPlace(run);
  run.fault ??= faults.take(on, 'fail-run') ?? faults.take(on, 'stall') ?? faults.take(on, 'slow');
  switch (run.fault?.kind) {
    case 'fail-run':
      return failHalfway(plan, run.fault.message ?? outOfMemory);
    case 'stall':
      return {
        ...stretch(plan, Number.POSITIVE_INFINITY),
        logsAt: (ms) => plan.logsAt(Math.min(ms, plan.durationMs / 2)),
      };
    case 'slow':
      return stretch(plan, plan.durationMs + (run.fault.delayMs ?? 600_000));
    default:
      return plan;
  }
}

function failHalfway(plan: RunPlan, failure: string): RunPlan {
  const durationMs = plan.durationMs / 2;
  const logsAt = (ms: number) =>
    `${plan.logsAt(Math.min(ms, durationMs))}${ms >= durationMs ? `\nTraceback (most recent call last):\n${failure}\n` : ''}`;
  return { ...plan, durationMs, failure, logsAt };
}

function stretch(plan: RunPlan, durationMs: number): RunPlan {
  const factor = plan.durationMs / durationMs;
  return {
    ...plan,
    durationMs,
    logsAt: (ms) => plan.logsAt(ms * factor),
    logMoments: factor > 0 ? (plan.logMoments ?? []).map((moment) => moment / factor) : [],
  };
}
