import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { hasEnded } from '../database/ended-statuses.ts';
import {
  findGeneration,
  type GenerationRow,
  listGenerationRows,
  listImages,
  modelRowIdOf,
  searchGenerationRows,
  wishToCancelGeneration,
} from '../database/generations.ts';
import { findModelNames } from '../database/models.ts';
import { type Page, type PageOptions, pageShape } from '../database/page.ts';
import { AiModelsError } from '../errors/index.ts';
import { workOnGeneration } from '../jobs/generation/work-on-generation.ts';
import { requireSystem } from '../jobs/require-system.ts';
import { worksInPlace } from '../jobs/works-in-place.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { isUuid } from '../shared/uuid.ts';
import { signPaths } from '../storage/sign-urls.ts';
import { type Generation, toGeneratedImage, toGeneration } from './generation.ts';
import { loadModel } from './model-loader.ts';

/** A generation of this brand, with addresses for its pictures. */
export async function getGeneration(context: AiModelsContext, generationId: string): Promise<Generation> {
  const [generation] = await describeAll(context, [await needGeneration(context, generationId)]);
  if (generation) return generation;
  throw notFound(context, generationId);
}

/** Which generations to list. */
export interface GenerationFilter extends PageOptions {
  /** Of this model: `flux-lora-v1`, `flux-lora` for its live version. Default: of any. */
  readonly modelId?: string | undefined;
  /** Words that are all looked for: in the prompt, the models' names and the seeds. Default: any. */
  readonly search?: string | undefined;
  /** Only those with a picture that somebody starred. Default `false`. */
  readonly isStarred?: boolean | undefined;
  /** Asked for then or later, as ISO 8601. Default: ever. */
  readonly createdFrom?: string | undefined;
  /** Asked for before then, as ISO 8601. Default: until now. */
  readonly createdBefore?: string | undefined;
}

const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= 0, 'Use a time since 1970.')
  .optional();

const filterSchema = z.strictObject({
  ...pageShape,
  modelId: z.string().min(1).max(120).optional(),
  search: z.string().max(200).optional(),
  isStarred: z.boolean().optional(),
  createdFrom: moment,
  createdBefore: moment,
});

/** Newest first, a page at a time. @throws ModelNotFoundError */
export async function listGenerations(
  context: AiModelsContext,
  filter: GenerationFilter = {},
): Promise<Page<Generation>> {
  const given = parseInput(filterSchema, filter, { subject: 'The filter' });
  const { modelId, search = '', isStarred = false, ...rest } = given;
  const rows = { ...rest, modelRowId: modelId && (await toRowId(context, modelId)) };
  const words = search.split(/\s+/).filter(Boolean);
  const { items, nextCursor } =
    words.length > 0 || isStarred
      ? await searchGenerationRows(context, { ...rows, words, isStarred })
      : await listGenerationRows(context, rows);
  return { items: await describeAll(context, items), nextCursor };
}

async function toRowId(context: AiModelsContext, modelId: string): Promise<string> {
  try {
    return (await loadModel(context, modelId, { retired: true })).id;
  } catch (error) {
    if (!(isUuid(modelId) && AiModelsError.isInstance(error, 'model_not_found'))) throw error;
    // What somebody made with a model stays theirs, also where they do not see the model any more.
    const { items } = await listGenerationRows(context, { modelRowId: modelId, limit: 1 });
    if (items.length > 0) return modelId;
    throw error;
  }
}

/** Ends a generation that nobody wants any more. */
export async function cancelGeneration(context: AiModelsContext, generationId: string): Promise<Generation> {
  const row = await needGeneration(context, generationId);
  if (hasEnded(row.status)) {
    throw new AiModelsError({
      code: 'conflict',
      message: `Generation ${generationId} is ${row.status}: it cannot be cancelled any more.`,
      hint: 'Read it: it has ended.',
    });
  }
  const changed = await wishToCancelGeneration(context, generationId, context.now());
  if (!changed) throw notYours(generationId);
  if (worksInPlace(context)) await workOnGeneration(context, generationId);
  return getGeneration(context, generationId);
}

/** Takes a generation as far as it goes now: for scripts without an engine. Only as the system. */
export async function syncGeneration(
  context: AiModelsContext,
  generationId: string,
  options: Stoppable = {},
): Promise<Generation> {
  requireSystem(context);
  await needGeneration(context, generationId);
  await workOnGeneration(context, generationId, options);
  return getGeneration(context, generationId);
}

/** The row of a generation of this brand. @throws AiModelsError `generation_not_found` */
export async function needGeneration(context: AiModelsContext, id: string): Promise<GenerationRow> {
  const row = isUuid(id) ? await findGeneration(context, id) : null;
  if (row) return row;
  throw notFound(context, id);
}

async function describeAll(context: AiModelsContext, rows: readonly GenerationRow[]): Promise<Generation[]> {
  if (rows.length === 0) return [];
  const [images, names] = await Promise.all([
    listImages(
      context,
      rows.map(({ id }) => id),
    ),
    findModelNames(
      context,
      rows.flatMap((row) => [modelRowIdOf(row), row.second_model_id ?? []].flat()),
    ),
  ]);
  const urls = await signPaths(
    context,
    images.flatMap(({ path, thumbnail_path }) => [path, thumbnail_path ?? []].flat()),
  );
  const toModel = (modelRowId: string) => names.get(modelRowId) ?? { modelId: modelRowId, name: null };
  return rows.map((row) =>
    toGeneration(row, {
      models: [
        toModel(modelRowIdOf(row)),
        row.second_model_id === null ? null : toModel(row.second_model_id),
      ],
      images: images
        .filter(({ generation_id }) => generation_id === row.id)
        .map((image) => toGeneratedImage(image, urls)),
    }),
  );
}

const notFound = ({ brandId }: AiModelsContext, id: string) =>
  new AiModelsError({
    code: 'generation_not_found',
    message: `Brand ${brandId} has no generation ${id} for you.`,
    hint: 'Pass the id of a generation of this brand.',
  });

const notYours = (id: string) =>
  new AiModelsError({
    code: 'not_allowed',
    message: `You may not cancel generation ${id}.`,
    hint: 'Whoever asked for it and the admins of the brand may.',
  });
