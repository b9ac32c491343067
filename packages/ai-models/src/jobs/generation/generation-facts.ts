import { listAttempts } from '../../database/attempts.ts';
import { modelRowIdOf } from '../../database/generations.ts';
import { findModelById, type ModelRow } from '../../database/models.ts';
import { ModelNotFoundError } from '../../errors/index.ts';
import { parseStoredSettings } from '../../inference/image-settings.ts';
import { buildPrompt } from '../../inference/prompt-builder.ts';
import type { ImageProvider, LoraReference, StartGenerationCall } from '../../providers/image-provider.ts';
import { signLora } from '../../storage/lora/sign-lora.ts';
import { toModelType } from '../../training/model-type.ts';
import { type DeliveryPlace, picturesPlace } from '../runs/delivery.ts';
import { generationRunKey } from '../runs/run-keys.ts';
import { type Part, planParts } from './generation-parts.ts';
import type { GenerationWork, PartWork } from './generation-work.ts';

type Facts = Pick<GenerationWork, 'context' | 'generation'>;

/** The models that a generation uses, the main one first. */
export async function modelsOf({ context, generation }: Facts): Promise<[ModelRow, ...ModelRow[]]> {
  const { second_model_id } = generation;
  const main = await needModel(context, modelRowIdOf(generation));
  return second_model_id === null ? [main] : [main, await needModel(context, second_model_id)];
}

async function needModel(context: Facts['context'], id: string): Promise<ModelRow> {
  const model = await findModelById(context, id);
  if (model) return model;
  throw new ModelNotFoundError({ brandId: context.brandId, modelId: id });
}

export const painterOf = (context: Facts['context'], { provider }: Facts['generation'], model: ModelRow) =>
  provider === null
    ? context.providers.imagesFor(toModelType(model.base_model))
    : context.providers.images(provider);

/** The provider and the parts of a generation, with what was sent for each. */
export async function partsOf(work: GenerationWork): Promise<{ provider: ImageProvider; parts: PartWork[] }> {
  const { context, generation } = work;
  const [model] = await modelsOf(work);
  const provider = painterOf(context, generation, model);
  const attempts = await listAttempts(context, { generation_id: generation.id });
  const parts = planParts(generation.image_count, provider.maximumImages, attempts);
  return { provider, parts: parts.map((part) => ({ ...work, provider, part })) };
}

/** Where a run of one part delivers, if its provider does. */
export const placeOf = (
  { generation, part }: Pick<PartWork, 'generation' | 'part'>,
  attempt: number,
): DeliveryPlace =>
  picturesPlace(generation.brand_id, generationRunKey(generation.id, attempt), part.imageCount);

/** The request for one part: always the same for one attempt, so that a run can be told by what it was sent. */
export async function describeRun(
  { context, generation, provider, part, signal }: PartWork,
  attempt: number,
): Promise<StartGenerationCall & { runKey: string }> {
  const models = await modelsOf({ context, generation });
  const modelType = toModelType(models[0].base_model);
  const { settings, scales } = parseStoredSettings(generation.settings, {
    modelType,
    provider: provider.id,
    generationId: generation.id,
  });
  const { prompt, negativePrompt } = buildPrompt({
    prompt: generation.prompt,
    triggerWords: models.map(({ trigger_word }) => trigger_word),
    modelType,
    negativePrompt: settings.negativePrompt,
  });
  const loras: LoraReference[] = [];
  for (const [index, model] of models.entries()) {
    loras.push({
      url: await signLora(context, model),
      scale: scales[index] ?? 1,
      providerVersion: model.provider_version,
    });
  }
  return {
    runKey: generationRunKey(generation.id, attempt),
    brandId: generation.brand_id,
    modelType,
    prompt,
    loras,
    imageCount: part.imageCount,
    settings: {
      ...settings,
      // Each request paints other pictures, and the same ones when it is asked again.
      seed: seedOfPart(settings.seed, part),
      ...(negativePrompt !== undefined && { negativePrompt }),
    },
    deadlineMs: 30 * 60_000,
    signal,
  };
}

const seedOfPart = (seed: number, { index }: Part): number => (seed + index * 1_000) % 2 ** 31;
