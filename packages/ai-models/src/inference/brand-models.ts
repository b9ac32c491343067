import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import {
  listAliases,
  listModels,
  type ModelFilter,
  type ModelRow,
  putAlias,
  removeModel,
  setModelStatus,
} from '../database/models.ts';
import { mapPage, type Page, pageShape } from '../database/page.ts';
import { AiModelsError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import { signPaths } from '../storage/sign-urls.ts';
import { modelTypes } from '../training/model-type.ts';
import { type BrandModel, toBrandModel } from './model.ts';
import { isAlias } from './model-id.ts';
import { loadModel } from './model-loader.ts';

/** Which models to list. */
export const modelFilterSchema = z.strictObject({
  ...pageShape,
  name: z.string().max(120).optional(),
  modelType: z.enum(modelTypes).optional(),
  includeRetired: z.boolean().optional(),
  onlyShared: z.boolean().optional(),
});

/** Newest first, without retired ones unless they are asked for. */
export async function listBrandModels(
  context: AiModelsContext,
  filter: ModelFilter = {},
): Promise<Page<BrandModel>> {
  parseInput(modelFilterSchema, filter, { subject: 'The filter' });
  const [aliases, page] = await Promise.all([listAliases(context), listModels(context, filter)]);
  const view = { aliases, userId: context.userId, urls: await signSamples(context, page.items) };
  return mapPage(page, (row) => toBrandModel(row, view));
}

/** A model of this brand, retired or not. */
export async function getBrandModel(context: AiModelsContext, modelId: string): Promise<BrandModel> {
  return describe(context, await loadModel(context, modelId, { retired: true }));
}

/** Which word is to stand for which version. */
export interface SetModelAliasOptions {
  /** The model's name without a version, such as `flux-lora`. */
  readonly name: string;
  /** Default `live`. */
  readonly alias?: string | undefined;
  /** The version that the word is to stand for. */
  readonly version: number;
}

/** Lets `live`, or another word, stand for another version: forward, or back. For admins. */
export async function setModelAlias(
  context: AiModelsContext,
  { name, alias = 'live', version }: SetModelAliasOptions,
): Promise<BrandModel> {
  if (!isAlias(alias)) {
    throw new AiModelsError({
      code: 'input_invalid',
      message: `"${alias}" cannot stand for a version.`,
      hint: 'Use up to 31 lower-case letters, digits and hyphens; not a version number.',
    });
  }
  const model = await loadModel(context, `${name}-v${version}`);
  await putAlias(context, { name, alias, model });
  return describe(context, model);
}

/** Takes a version out of use, or back into it. For admins. */
export async function setModelRetired(
  context: AiModelsContext,
  modelId: string,
  retired: boolean,
): Promise<BrandModel> {
  const model = await loadModel(context, modelId, { retired: true });
  const status = retired ? 'retired' : 'ready';
  if (!(await setModelStatus(context, model.id, status))) throw notYours(model);
  return describe(context, { ...model, status });
}

/** Deletes a version and its weights for good. For admins. */
export async function deleteModel(context: AiModelsContext, modelId: string): Promise<void> {
  const model = await loadModel(context, modelId, { retired: true });
  if (!(await removeModel(context, model.id))) throw notYours(model);
}

const describe = async (context: AiModelsContext, model: ModelRow) =>
  toBrandModel(model, {
    aliases: await listAliases(context, { name: model.name }),
    userId: context.userId,
    urls: await signSamples(context, [model]),
  });

const signSamples = (context: AiModelsContext, models: readonly ModelRow[]) =>
  signPaths(
    context,
    models.flatMap(({ sample_paths }) => sample_paths),
  );

const notYours = ({ slug, owner_scope }: ModelRow) =>
  new AiModelsError({
    code: 'not_allowed',
    message: `You may not change model ${slug}.`,
    hint: owner_scope === '' ? 'The admins of the brand may.' : 'Whoever shares it may.',
  });
