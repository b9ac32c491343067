import { z } from 'zod';
import type { Duty } from '../duties/duty.ts';

const claimRow = z.object({ brand_id: z.string(), request_id: z.guid(), fence: z.coerce.number() });

/** Longer than any caption takes: whoever holds one is not paid for a second time meanwhile. */
const leaseSeconds = 600;

/** Has captions written that people asked for, one picture at a time, brands in turn. */
export const createCaptionDuty = ({ slots }: { slots: number }): Duty => ({
  name: 'caption',
  slots,
  everySeconds: 30,
  async doNext(world, signal, report) {
    const [claim] = await world.due.call('claim_caption', [world.name, leaseSeconds], claimRow);
    if (!claim) return false;
    report?.taken();
    const { brand_id: brandId, request_id: requestId, fence } = claim;
    try {
      await world.forBrand(brandId).ai.workOnCaption({ requestId, fence }, { signal });
    } catch (error) {
      if (signal.aborted) return true;
      // It is looked at again when the lease is over; a request that was sent is counted.
      world.logger.warn('a caption could not be written', { requestId, cause: error });
      report?.failed(error);
    }
    return true;
  },
});
