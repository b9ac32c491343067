import type { AiModelsContext } from '../../context.ts';
import { type FileCopy, findModelMove, finishModelMove } from '../../database/model-moves.ts';
import { findModelById } from '../../database/models.ts';
import { AiModelsError, ModelNotFoundError } from '../../errors/index.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { isUuid } from '../../shared/uuid.ts';
import { copyObject } from '../../storage/object-files.ts';
import { assertOwnKey, parseRowPath } from '../../storage/storage-paths.ts';
import { requireSystem } from '../require-system.ts';
import { writeModelList } from '../training/write-model-list.ts';

/**
 * Moves a model whose owner shares it with the brand, or takes it back. False where it stays where it is. Broken off
 * anywhere, the next call goes on: files are copied first, one function of the database changes place and visibility
 * together, and the old files are removed last, by whoever tidies up. As system.
 */
export async function moveModel(
  context: AiModelsContext,
  modelId: string,
  { signal }: Stoppable = {},
): Promise<boolean> {
  requireSystem(context);
  if (!(isUuid(modelId) && (await findModelById(context, modelId)))) {
    throw new ModelNotFoundError({ brandId: context.brandId, modelId });
  }
  const move = await findModelMove(context, modelId);
  if (!move) return false;
  await copy(context, move, { signal });
  for (const sample of move.samples) await copyIfThere(context, sample, { signal });
  if (!(await finishModelMove(context, modelId, move.to))) return false;
  await writeModelList(context, { brandId: context.brandId, ownerId: move.owner_id });
  return true;
}

async function copy(context: AiModelsContext, { from, to }: FileCopy, { signal }: Stoppable): Promise<void> {
  const [source, target] = [parseRowPath(from), parseRowPath(to)];
  assertOwnKey(source.key, context.brandId);
  assertOwnKey(target.key, context.brandId);
  await copyObject(context.files, { bucket: source.bucket, from: source.key, to: target.key, signal });
}

/** A sample may have been deleted since; the model is shared without it. */
async function copyIfThere(context: AiModelsContext, sample: FileCopy, options: Stoppable): Promise<void> {
  try {
    await copy(context, sample, options);
  } catch (error) {
    if (!AiModelsError.isInstance(error, 'file_not_found')) throw error;
  }
}
