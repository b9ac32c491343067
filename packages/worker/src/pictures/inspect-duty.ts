import { AiModelsError } from '@act/ai-models';
import { z } from 'zod';
import type { Duty } from '../duties/duty.ts';
import { settleFailure } from '../failures/settle-failure.ts';
import type { WorkerWorld } from '../world/worker-world.ts';

const pictureRow = z.object({ brand_id: z.string(), asset_id: z.guid() });

/** Few, so that a brand with many is soon behind the others again. */
const picturesAtOnce = 4;
const leaseSeconds = 120;

/** Looks into pictures that were uploaded, some of one brand at a time, brands in turn. */
export const createInspectDuty = ({ slots }: { slots: number }): Duty => ({
  name: 'inspect',
  slots,
  everySeconds: 15,
  async doNext(world, signal, report) {
    const claimed = await world.due.call(
      'claim_pictures',
      [world.name, picturesAtOnce, leaseSeconds],
      pictureRow,
    );
    const [first] = claimed;
    if (!first) return false;
    report?.taken();
    const brandId = first.brand_id;
    const assetIds = claimed.map(({ asset_id }) => asset_id);
    try {
      for (const { assetId, error } of await inspect(world, { brandId, assetIds }, signal)) {
        report?.failed(error);
        const isOver = await settleFailure(world, { kind: 'picture', workId: assetId }, error);
        if (isOver) await reject(world, brandId, assetId);
      }
    } finally {
      await world.due.call('release_pictures', [world.name, assetIds], z.unknown()).catch(() => undefined);
    }
    return true;
  },
});

interface FailedPicture {
  readonly assetId: string;
  readonly error: unknown;
}

/** Those that could not be inspected. */
async function inspect(
  world: WorkerWorld,
  { brandId, assetIds }: { readonly brandId: string; readonly assetIds: readonly string[] },
  signal: AbortSignal,
): Promise<readonly FailedPicture[]> {
  try {
    const { failed } = await world.forBrand(brandId).ai.inspectPictures({ assetIds, signal });
    // One that was deleted meanwhile has not failed.
    return failed.filter(({ error }) => !AiModelsError.isInstance(error, 'asset_not_found'));
  } catch (error) {
    if (signal.aborted) return [];
    // Nobody knows which of them it was.
    return assetIds.map((assetId) => ({ assetId, error }));
  }
}

/** A picture that can never be looked into is not left waiting for ever. */
async function reject(world: WorkerWorld, brandId: string, assetId: string): Promise<void> {
  const { error } = await world
    .forBrand(brandId)
    .database.from('brand_assets')
    .update({ status: 'rejected', rejection_reason: 'It could not be inspected. Upload it again.' })
    .match({ brand_id: brandId, id: assetId, status: 'received' });
  if (error) world.logger.warn('a picture could not be rejected', { assetId, cause: error });
}
