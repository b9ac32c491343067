import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { findModelById, listAliases, listModelsByVersion, type ModelRow } from '../database/models.ts';
import { ModelNotFoundError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import { parseModelId } from './model-id.ts';

/** Which models count. */
export interface LoadModelOptions {
  /** Only for the system: whose private models count, besides those of the brand. */
  readonly ownerId?: string | undefined;
  /** Take a retired one too. Default `false`. */
  readonly retired?: boolean | undefined;
}

/** People who write scripts forget it. */
const namedSchema = z.object({ modelId: z.string() });

/**
 * A model of this brand by what people call it; the only way to one.
 * @throws ModelNotFoundError also where it is another brand's
 */
export async function loadModel(
  context: AiModelsContext,
  modelId: string,
  { ownerId = context.userId ?? undefined, retired = false }: LoadModelOptions = {},
): Promise<ModelRow> {
  parseInput(namedSchema, { modelId }, { subject: 'The call' });
  const found = (await find(context, modelId)).filter(
    ({ visibility, user_id }) => visibility === 'brand' || (ownerId !== undefined && user_id === ownerId),
  );
  // Somebody's own comes before the brand's of the same name. What others share is called by its id alone: their names
  // count apart.
  const model =
    found.find(
      ({ visibility, owner_scope, user_id }) =>
        visibility === 'owner' || (owner_scope !== '' && user_id === ownerId),
    ) ?? found.find(({ owner_scope, id }) => owner_scope === '' || id === modelId.toLowerCase());
  if (!model) throw new ModelNotFoundError({ brandId: context.brandId, modelId });
  if (model.status === 'retired' && !retired)
    throw new ModelNotFoundError({ brandId: context.brandId, modelId, isRetired: true });
  return model;
}

async function find(context: AiModelsContext, modelId: string): Promise<ModelRow[]> {
  const reference = parseModelId(modelId);
  if (!reference) return [];
  const byId = async (id: string) => (await findModelById(context, id)) ?? [];
  switch (reference.by) {
    case 'id':
      return [await byId(reference.id)].flat();
    case 'version':
      return listModelsByVersion(context, reference);
    case 'alias': {
      const aliases = await listAliases(context, reference);
      return (await Promise.all(aliases.map(({ model_id }) => byId(model_id)))).flat();
    }
  }
}
