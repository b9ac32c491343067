import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { listAssetIdsToInspect } from '../database/brand-assets.ts';
import { AiModelsError } from '../errors/index.ts';
import { requireSystem } from '../jobs/require-system.ts';
import { loadSharp } from '../node/load-sharp.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { type AssetInspection, inspectAsset } from './inspect-asset.ts';

/** How many pictures to inspect. */
export interface InspectReceivedPicturesOptions extends Stoppable {
  /** How many at most, the oldest first. Default 100. */
  readonly limit?: number | undefined;
  /** These only, as long as they wait. Default: the oldest. */
  readonly assetIds?: readonly string[] | undefined;
  /** How many at a time; each may take a few hundred megabytes. Default 2. */
  readonly concurrency?: number | undefined;
}

const optionsSchema = z.strictObject({
  limit: z.int().min(1).max(1_000).default(100),
  assetIds: z.array(z.guid()).max(1_000).optional(),
  concurrency: z.int().min(1).max(16).default(2),
});

/** What became of the pictures that waited. */
export interface ReceivedPicturesReport {
  /** What each of the others is now. */
  readonly inspected: readonly AssetInspection[];
  /** Not inspected this time; they are still `received`, or gone. */
  readonly failed: readonly { readonly assetId: string; readonly error: AiModelsError }[];
}

/**
 * Inspects the brand's pictures that nobody has looked into, and tidies up after inspections that were broken off. Only as
 * the system.
 */
export async function inspectReceivedPictures(
  context: AiModelsContext,
  { signal, ...options }: InspectReceivedPicturesOptions = {},
): Promise<ReceivedPicturesReport> {
  const { limit, assetIds, concurrency } = parseInput(optionsSchema, options, { subject: 'The inspection' });
  requireSystem(context);
  // Without it every single picture would fail.
  await loadSharp();
  const ids = [
    ...(assetIds ?? (await listAssetIdsToInspect(context, { which: 'received', limit }))),
    ...(await listAssetIdsToInspect(context, { which: 'replaced', limit })),
  ];
  const inspected: AssetInspection[] = [];
  const failed: { assetId: string; error: AiModelsError }[] = [];
  await mapConcurrently(ids, concurrency, async (assetId) => {
    try {
      inspected.push(await inspectAsset(context, assetId, { signal }));
    } catch (error) {
      if (!AiModelsError.isInstance(error) || error.code === 'aborted') throw error;
      failed.push({ assetId, error });
    }
  });
  return { inspected, failed };
}
