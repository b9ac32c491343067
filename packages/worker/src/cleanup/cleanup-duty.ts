import { z } from 'zod';
import type { Duty } from '../duties/duty.ts';

const claimRow = z.object({ brand_id: z.string() });
const departedRow = z.object({ people: z.number() });

/** A brand whose cleaning was interrupted is looked at again after so long. */
const leaseSeconds = 600;
const peopleAtOnce = 20;

/** Keeps brands tidy, one at a time, and then deletes the accounts of people of whom nothing is left. */
export const createCleanupDuty = ({ slots }: { slots: number }): Duty => ({
  name: 'cleanup',
  slots,
  everySeconds: 60,
  async doNext(world, signal, report) {
    const [claim] = await world.due.call('claim_cleanup', [leaseSeconds], claimRow);
    if (!claim) {
      const [departed] = await world.due.call('delete_departed', [peopleAtOnce], departedRow);
      return (departed?.people ?? 0) > 0;
    }
    report?.taken();
    const { brand_id: brandId } = claim;
    try {
      const { nextLook } = await world.forBrand(brandId).ai.cleanUp({ signal });
      world.logger.debug('a brand was tidied', { brandId, nextLook });
    } catch (error) {
      if (signal.aborted) return true;
      world.logger.warn('a brand could not be tidied', { brandId, cause: error });
      report?.failed(error);
    }
    return true;
  },
});
