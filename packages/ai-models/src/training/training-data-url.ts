import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { findNewestAssetNamed } from '../database/brand-assets.ts';
import { AiModelsError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import { signPath } from '../storage/sign-urls.ts';
import { assertOwnKey, parseRowPath } from '../storage/storage-paths.ts';

/**
 * An address for a training picture, good for five minutes. `filename` is its `fileUrl`, what comes after the brand in its
 * key, or the name that it was uploaded under: of several with one name, the newest.
 * @throws AiModelsError `file_not_found` also where it is another's
 */
export async function getTrainingDataUrl(context: AiModelsContext, filename: string): Promise<string> {
  parseInput(z.object({ filename: z.string() }), { filename }, { subject: 'The call' });
  const url = (await signKey(context, filename)) ?? (await signNewestNamed(context, filename));
  if (url !== null) return url;
  throw new AiModelsError({
    code: 'file_not_found',
    message: `Brand ${context.brandId} has no training picture of this name for you.`,
    hint: 'Pass the name that it was uploaded under, or its fileUrl.',
  });
}

/** Null where there is no such file for this caller. */
async function signKey(context: AiModelsContext, filename: string): Promise<string | null> {
  const prefix = `training-data/${context.brandId}/`;
  const key = `${context.brandId}/${filename.startsWith(prefix) ? filename.slice(prefix.length) : filename}`;
  try {
    assertOwnKey(key, context.brandId);
    return await signPath(context, { bucket: 'training-data', key });
  } catch (error) {
    // What people call their files is often nothing that a key can be.
    if (AiModelsError.isInstance(error, 'file_not_found', 'path_invalid')) return null;
    throw error;
  }
}

async function signNewestNamed(context: AiModelsContext, name: string): Promise<string | null> {
  const asset = await findNewestAssetNamed(context, name);
  return asset && signPath(context, parseRowPath(asset.file_url));
}
