import type { AiModelsContext } from '../context.ts';
import { extendLease, type Lease, releaseLease, takeLease } from '../database/leases.ts';
import { leaseLost } from '../database/training-jobs.ts';
import { AiModelsError } from '../errors/index.ts';
import { addMilliseconds } from '../shared/add-milliseconds.ts';
import { toAbortedError } from '../shared/pause.ts';
import type { Stoppable } from '../shared/stoppable.ts';

/** Short, so that the work of a worker that was killed is taken over within seconds. */
const leaseSeconds = 20;
const heartbeatMs = 5_000;

export interface HoldOptions extends Stoppable {
  /** Claimed by the caller already; taken by its id otherwise. */
  readonly lease?: Lease;
  /** How long one step may take, in ms. Default 1,800,000. */
  readonly stepLimitMs?: number | undefined;
}

/**
 * Works under a lease that is kept alive, and gives it back with the time of the next look. Null, and nothing done,
 * where somebody else is at it.
 */
export async function holdLease(
  context: AiModelsContext,
  workId: string,
  work: (lease: Lease, signal: AbortSignal) => Promise<Date | null>,
  { lease: claimed, signal }: HoldOptions = {},
): Promise<{ nextLook: Date | null } | null> {
  const lease = claimed ?? (await takeLease(context, workId, leaseSeconds));
  if (lease === null) return null;
  const lost = new AbortController();
  const signals = signal ? [signal, lost.signal] : [lost.signal];
  const heartbeat = beat(context, lease, () => lost.abort(leaseLost(lease)));
  let nextLook: Date | null = addMilliseconds(context.now(), heartbeatMs);
  try {
    nextLook = await work(lease, AbortSignal.any(signals));
    return { nextLook };
  } catch (error) {
    throw signal?.aborted && !AiModelsError.isInstance(error) ? toAbortedError(signal) : error;
  } finally {
    clearInterval(heartbeat);
    // Whoever took over keeps it: a lease that was lost is given back by nobody. Whatever fails here runs out by itself.
    if (!lost.signal.aborted) await releaseLease(context, lease, nextLook).catch(() => false);
  }
}

function beat(context: AiModelsContext, lease: Lease, onLost: () => void) {
  let heldUntil = Date.now() + leaseSeconds * 1_000;
  const extend = async () => {
    const began = Date.now();
    // Null where the database could not be asked: the lease may well be ours until it runs out.
    const isHeld = await extendLease(context, lease, leaseSeconds).catch(() => null);
    if (isHeld) heldUntil = began + leaseSeconds * 1_000;
    else if (isHeld === false || Date.now() >= heldUntil) onLost();
  };
  const timer = setInterval(() => void extend(), heartbeatMs);
  // A process that has nothing else to do may end. Browsers give a number.
  if (typeof timer === 'object') timer.unref();
  return timer;
}
