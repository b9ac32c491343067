import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import { signPath } from '../storage/sign-urls.ts';
import { assertOwnKey } from '../storage/storage-paths.ts';

/**
 * An address for a training picture, good for five minutes. `filename` is what comes after the brand in its key, or its
 * whole `fileUrl`. @throws AiModelsError `file_not_found` also where it is another's
 */
export async function getTrainingDataUrl(context: AiModelsContext, filename: string): Promise<string> {
  parseInput(z.object({ filename: z.string() }), { filename }, { subject: 'The call' });
  const prefix = `training-data/${context.brandId}/`;
  const key = `${context.brandId}/${filename.startsWith(prefix) ? filename.slice(prefix.length) : filename}`;
  try {
    assertOwnKey(key, context.brandId);
  } catch (cause) {
    throw new AiModelsError({
      code: 'file_not_found',
      message: `Brand ${context.brandId} has no training picture of this name.`,
      hint: "Pass the picture's fileUrl.",
      cause,
    });
  }
  return signPath(context, { bucket: 'training-data', key });
}
