import type { AiModelsContext } from '../../context.ts';
import { listAliases, listModelsOfScope } from '../../database/models.ts';
import { putObject, removeObject } from '../../storage/object-files.ts';
import { type KeyOwner, modelMetadataKey } from '../../storage/storage-paths.ts';

/**
 * Writes `metadata.json` beside the weights, for whoever looks at the bucket without the database. The rows are the
 * truth; a list that could not be written is written again with the next model.
 */
export async function writeModelList(context: AiModelsContext, owner: KeyOwner): Promise<void> {
  try {
    const models = await listModelsOfScope(context, owner.ownerId ?? '');
    const live = new Set((await listAliases(context, { alias: 'live' })).map(({ model_id }) => model_id));
    const list = models.map((model) => ({
      id: model.slug,
      name: model.name,
      version: model.version,
      baseModel: model.base_model,
      path: model.path,
      sha256: model.sha256,
      sizeBytes: model.size_bytes,
      rank: model.rank,
      triggerWord: model.trigger_word,
      live: live.has(model.id),
      createdAt: model.created_at,
    }));
    const key = modelMetadataKey(owner);
    // Files are never replaced: the old list goes first.
    await removeObject(context, { bucket: 'models', key });
    const body = new Blob([`${JSON.stringify({ models: list }, null, 2)}\n`], { type: 'application/json' });
    await putObject(context.files, { bucket: 'models', key, body, contentType: 'application/json' });
  } catch (error) {
    context.logger.warn('could not write the list of models', { brandId: owner.brandId, cause: error });
  }
}
