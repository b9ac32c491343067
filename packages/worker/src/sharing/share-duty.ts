import { z } from 'zod';
import type { Duty } from '../duties/duty.ts';

const claimRow = z.object({ brand_id: z.string(), model_id: z.string() });

/** A move that was broken off is taken up again after so long. */
const pauseSeconds = 60;

/** Moves models whose owners share them with their brand, or take them back, to where those may see them who are to. */
export const createShareDuty = ({ slots }: { slots: number }): Duty => ({
  name: 'share',
  slots,
  everySeconds: 30,
  async doNext(world, signal, report) {
    const [claim] = await world.due.call('claim_model_move', [pauseSeconds], claimRow);
    if (!claim) return false;
    report?.taken();
    const { brand_id: brandId, model_id: modelId } = claim;
    try {
      const isMoved = await world.forBrand(brandId).ai.moveModel(modelId, { brandId, signal });
      world.logger.info(isMoved ? 'a model was moved' : 'a model stays where it is', { brandId, modelId });
    } catch (error) {
      if (signal.aborted) return true;
      world.logger.warn('a model could not be moved yet', { brandId, modelId, cause: error });
      report?.failed(error);
    }
    return true;
  },
});
