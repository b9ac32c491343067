import type { RunHandle } from '../run.ts';

/** A run's place: RunPod needs the endpoint with each question, and forgets a run without a word. */
export interface RunPlace {
  /** Null where the handle comes from a lock, which knows the run alone. */
  readonly endpointId: string | null;
  readonly runId: string;
  /** Null where the handle comes from a lock: that run had begun. */
  readonly sentAt: Date | null;
}

const handlePattern = /^(?:(?<endpoint>[\w-]+)\/)?(?<run>[\w-]+)(?:@(?<seconds>\d+))?$/;

/** `endpoint/run@seconds`, opaque to everybody else. */
export function toHandle(endpointId: string, runId: string, sentAt: Date): RunHandle {
  return { providerJobId: `${endpointId}/${runId}@${Math.floor(sentAt.getTime() / 1_000)}` };
}

/** Null for what is no handle of ours. */
export function parseHandle({ providerJobId }: RunHandle): RunPlace | null {
  const { endpoint, run, seconds } = handlePattern.exec(providerJobId)?.groups ?? {};
  if (!run) return null;
  const sentAt = seconds === undefined ? null : new Date(Number(seconds) * 1_000);
  return { endpointId: endpoint ?? null, runId: run, sentAt };
}
