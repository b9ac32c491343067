import type { AiModelsContext } from '../../context.ts';
import { forgetDeletedFiles, isArchiveNeeded, listDeletedFiles } from '../../database/datasets.ts';
import { AiModelsError } from '../../errors/index.ts';
import { removeObject } from '../../storage/object-files.ts';
import { assertOwnKey, parseRowPath } from '../../storage/storage-paths.ts';

/** Removes files whose rows are gone. Says how many. */
export async function removeDeletedFiles(
  context: AiModelsContext,
  { limit = 200 }: { limit?: number } = {},
): Promise<number> {
  let removed = 0;
  for (const file of await listDeletedFiles(context, limit)) {
    if (await removeFile(context, `${file.bucket_id}/${file.name}`)) removed += 1;
    await forgetDeletedFiles(context, [file]);
  }
  return removed;
}

/** False where it stays: it is needed again, or its name is none that a file of ours can have. */
async function removeFile(context: AiModelsContext, path: string): Promise<boolean> {
  try {
    const { bucket, key } = parseRowPath(path);
    assertOwnKey(key, context.brandId);
    // The same pictures may have been zipped again since.
    if (bucket === 'archives' && (await isArchiveNeeded(context, path))) return false;
    await removeObject(context, { bucket, key });
    return true;
  } catch (error) {
    // One odd name must not keep all the others.
    if (!AiModelsError.isInstance(error, 'path_invalid')) throw error;
    context.logger.warn('a deleted row named a file that cannot be', { path });
    return false;
  }
}
