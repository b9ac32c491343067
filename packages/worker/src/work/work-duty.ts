import { AiModelsError } from '@act/ai-models';
import type { Duty, DutyName } from '../duties/duty.ts';
import { settleFailure } from '../failures/settle-failure.ts';
import type { WorkerWorld } from '../world/worker-world.ts';
import { type ClaimRow, claimRow, type Lane, lanesAfter } from './lane.ts';

export interface WorkDutyOptions {
  readonly slots: number;
  /** Told where a piece is to be looked at next, and when. */
  readonly wake: (names: readonly DutyName[], at: Date) => void;
}

/** As `private.claim_work` gives it, and as the library keeps it up. */
const leaseSeconds = 20;

/** Takes trainings and generations forward, fairly among brands, as far as their lane goes. */
export const createWorkDuty = (lane: Lane, { slots, wake }: WorkDutyOptions): Duty => ({
  name: lane,
  slots,
  everySeconds: 5,
  async doNext(world, signal, report) {
    const [claim] = await world.due.call('claim_work', [world.name, [lane], leaseSeconds], claimRow);
    if (!claim) return false;
    report?.taken();
    try {
      const nextLook = await work(world, claim, signal);
      if (nextLook !== null) wake(lanesAfter[lane], nextLook);
    } catch (error) {
      if (signal.aborted) return true;
      // Somebody else has it: it was held up here too long.
      if (AiModelsError.isInstance(error, 'lease_lost')) {
        world.logger.warn('a lease was lost', { kind: claim.kind, workId: claim.work_id });
        return true;
      }
      await settleFailure(world, { kind: claim.kind, workId: claim.work_id, fence: claim.fence }, error);
      report?.failed(error);
    }
    return true;
  },
});

async function work(world: WorkerWorld, claim: ClaimRow, signal: AbortSignal): Promise<Date | null> {
  const { kind, brand_id: brandId, work_id: workId, fence } = claim;
  const { ai } = world.forBrand(brandId);
  const { nextLook } = await ai.work({ kind, workId, fence }, { signal, until: 'lane ends' });
  return nextLook;
}
