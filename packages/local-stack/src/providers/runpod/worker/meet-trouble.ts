import { parseWorkerError, SaidError } from './worker-error.ts';
import type { WorkerRun } from './worker-run.ts';

const outOfMemory = 'OutOfMemoryError: CUDA out of memory. Tried to allocate 2.25 GiB.';

/**
 * In the middle of a run: whatever was asked to go wrong with it. `fail-run` raises its `message`, which may begin with
 * one of the worker's errors; where `body` is text, that is said instead, as by a handler that returns an error.
 */
export async function meetTrouble({ faults, place, sleep }: WorkerRun): Promise<void> {
  const failure = faults.take(place, 'fail-run');
  if (failure) {
    throw typeof failure.body === 'string'
      ? new SaidError(failure.body)
      : parseWorkerError(failure.message ?? outOfMemory);
  }
  if (faults.take(place, 'stall')) await sleep(Number.POSITIVE_INFINITY);
  const slow = faults.take(place, 'slow');
  if (slow) await sleep(slow.delayMs ?? 600_000);
}
