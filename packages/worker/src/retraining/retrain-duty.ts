import { z } from 'zod';
import type { Duty } from '../duties/duty.ts';

const claimRow = z.object({ brand_id: z.string() });

/** A brand that is not trained now is looked at again after so long. */
const pauseSeconds = 600;

/** Trains brands again that want it as new pictures come in. The training itself goes the way of all others. */
export const createRetrainDuty = ({ slots }: { slots: number }): Duty => ({
  name: 'retrain',
  slots,
  everySeconds: 60,
  async doNext(world, _signal, report) {
    const [claim] = await world.due.call('claim_retraining', [pauseSeconds], claimRow);
    if (!claim) return false;
    report?.taken();
    const { brand_id: brandId } = claim;
    try {
      const { job, reasons } = await world.forBrand(brandId).ai.retrain(brandId);
      const codes = reasons.map(({ code }) => code).join(', ');
      world.logger.info(job ? 'a brand is trained again' : 'a brand is not trained again yet', {
        brandId,
        jobId: job?.id ?? null,
        reasons: codes,
      });
    } catch (error) {
      world.logger.warn('a brand could not be trained again', { brandId, cause: error });
      report?.failed(error);
    }
    return true;
  },
});
