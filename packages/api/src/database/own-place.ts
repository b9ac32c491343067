import { AiModelsError } from '@act/ai-models';
import { documentKey, toRowPath, trainingDataKey } from '@act/ai-models/schemas';

const keyOf = { 'training-data': trainingDataKey, 'brand-documents': documentKey } as const;

export interface OwnPlace {
  readonly bucket: keyof typeof keyOf;
  readonly brandId: string;
  readonly userId: string;
}

/**
 * Refuses a path that is no file of the brand itself or of the caller in it: files in folders, such as thumbnails, are
 * made of others. @throws AiModelsError `path_invalid`
 */
export function requireOwnPlace(path: string, { bucket, brandId, userId }: OwnPlace): void {
  const fileName = path.split('/').at(-1) ?? '';
  const isOwn = [null, userId].some((ownerId) => {
    try {
      return path === toRowPath(bucket, keyOf[bucket]({ brandId, ownerId, fileName }));
    } catch {
      return false;
    }
  });
  if (isOwn) return;
  throw new AiModelsError({
    code: 'path_invalid',
    message: 'That is no place where you may have uploaded a file.',
    hint: 'Ask for one first, and pass its `path`.',
  });
}
