import type { SimulatedClock } from '../time/simulated-clock.ts';
import { ConnectionDropped } from './connection-dropped.ts';
import type { Fault, FaultBoard } from './fault-board.ts';

export interface RequestFaults {
  faults: FaultBoard;
  clock: SimulatedClock;
  /** The request's place on the board, such as `replicate.trainings.create`. */
  on: string;
  /** Ends what is stalled: the caller has gone, or the simulator is closed. */
  signal: AbortSignal;
  /** The provider's own answer with a status that a fault asks for. */
  refuse: (fault: Fault) => Response;
}

/** Answers a request, unless something is to go wrong with it. */
export async function withRequestFaults(
  { faults, clock, on, signal, refuse }: RequestFaults,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (faults.take(on, 'drop-before-accept')) throw new ConnectionDropped();
  if (faults.take(on, 'stall')) await never(signal);
  const slow = faults.take(on, 'slow');
  if (slow) await passed(clock, slow.delayMs ?? 30_000, signal);
  const refusal = faults.take(on, 'status');
  if (refusal) return refuse(refusal);
  const response = await answer();
  if (!faults.take(on, 'drop-after-accept')) return response;
  await response.body?.cancel();
  throw new ConnectionDropped();
}

/** Waits for somebody to give up. */
function never(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(new ConnectionDropped());
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** Waits until so many simulated ms have passed, or somebody gives up. */
function passed(clock: SimulatedClock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const work = clock.schedule(delayMs, () => resolve());
    signal.addEventListener('abort', () => {
      work.cancel();
      reject(new ConnectionDropped());
    });
  });
}
