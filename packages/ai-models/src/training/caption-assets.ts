import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { writeCaption } from '../database/brand-assets.ts';
import { type AssetRow, getAssets } from '../database/queries.ts';
import { AiModelsError } from '../errors/index.ts';
import { requireSystem } from '../jobs/require-system.ts';
import { cutText } from '../shared/cut-text.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { signPath } from '../storage/sign-urls.ts';
import { parseRowPath } from '../storage/storage-paths.ts';
import { toJoinable } from './join-prefix.ts';

/** Which pictures to caption. */
export interface CaptionAssetsOptions extends Stoppable {
  /** Pictures of this brand; each costs one request, so at most 200 at a time. */
  readonly assetIds: readonly string[];
  /** What each caption begins with, such as `photo of [brand], `. */
  readonly prefix?: string | undefined;
  /** Write over captions that people wrote. Default `false`: those pictures are passed over, and cost nothing. */
  readonly overwrite?: boolean | undefined;
  /** Told after each picture. */
  readonly onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
}

/** What became of each picture. */
export interface CaptionReport {
  /** Have one now, as it was written. */
  readonly captioned: readonly { readonly assetId: string; readonly caption: string }[];
  /** Had a caption already. */
  readonly passedOver: readonly string[];
  /** Have none now. */
  readonly failed: readonly { readonly assetId: string; readonly error: AiModelsError }[];
}

const optionsSchema = z.strictObject({
  assetIds: z.array(z.guid()).min(1).max(200),
  prefix: z.string().max(200).optional(),
  overwrite: z.boolean().default(false),
});

/** Has a model describe pictures, and keeps what it says as their captions. As system, with a provider that can. */
export async function captionAssets(
  context: AiModelsContext,
  { onProgress, signal, ...options }: CaptionAssetsOptions,
): Promise<CaptionReport> {
  const { assetIds, prefix, overwrite } = parseInput(optionsSchema, options, { subject: 'The captions' });
  requireSystem(context);
  const rows = await getAssets(context, assetIds);
  const wanted = rows.filter((row) => overwrite || !row.training_caption);
  const captioned: { assetId: string; caption: string }[] = [];
  const failed: { assetId: string; error: AiModelsError }[] = [];
  await mapConcurrently(wanted, 3, async (row) => {
    const result = await captionAsset(context, row, { prefix, signal }).catch(toKnownError);
    if (typeof result === 'string') captioned.push({ assetId: row.id, caption: result });
    else failed.push({ assetId: row.id, error: result });
    onProgress?.({ done: captioned.length + failed.length, total: wanted.length });
  });
  const passedOver = rows.filter((row) => !wanted.includes(row)).map(({ id }) => id);
  return { captioned, passedOver, failed };
}

async function captionAsset(
  context: AiModelsContext,
  row: AssetRow,
  { prefix, signal }: { prefix: string | undefined } & Stoppable,
): Promise<string> {
  const caption = await context.providers.captions().captionImage({
    imageUrl: await signPath(context, parseRowPath(row.file_url)),
    ...(prefix && { prefix: toJoinable(prefix) }),
    signal,
  });
  await writeCaption(context, row.id, cutText(caption, 2_000));
  return caption;
}

/** One picture's trouble is not the others'; a call that was stopped is. */
function toKnownError(error: unknown): AiModelsError {
  if (AiModelsError.isInstance(error) && error.code !== 'aborted' && error.code !== 'provider_missing')
    return error;
  throw error;
}
