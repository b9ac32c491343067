import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import type { Json, TablesInsert } from '../database/database.types.ts';
import { hasEnded } from '../database/ended-statuses.ts';
import {
  findGenerationByKey,
  type GenerationRow,
  insertGeneration,
  wishToCancelGeneration,
} from '../database/generations.ts';
import { insertOnce, ofSameWish } from '../database/insert-once.ts';
import type { ModelRow } from '../database/models.ts';
import { AiModelsError, WaitEndedError } from '../errors/index.ts';
import { workOnGeneration } from '../jobs/generation/work-on-generation.ts';
import { worksInPlace } from '../jobs/works-in-place.ts';
import { usualProvider } from '../providers/usual-provider.ts';
import { wishHashOf } from '../shared/hashing/wish-hash.ts';
import { parseInput } from '../shared/parse-input.ts';
import { toAbortedError } from '../shared/pause.ts';
import { poll } from '../shared/poll.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { type ModelType, toModelType } from '../training/model-type.ts';
import type { Generation } from './generation.ts';
import { getGeneration, needGeneration } from './generations.ts';
import {
  type ImageSettingsInput,
  type ImageWish,
  misspelledIn,
  parseImageSettings,
  toStoredSettings,
} from './image-settings.ts';
import { loadModel } from './model-loader.ts';
import { buildPrompt } from './prompt-builder.ts';

/**
 * One request for pictures. Its signal stops the waiting: with an `idempotencyKey` the pictures go on, without one they
 * are cancelled.
 */
export interface GenerateImageOptions extends ImageSettingsInput, Stoppable {
  /** `flux-lora-v1`, `flux-lora` for its live version, `flux-lora@v2`. */
  readonly modelId: string;
  /** `[brand]` becomes the model's trigger word, which is put in where it is missing. */
  readonly prompt: string;
  /** A second LoRA of the same base model; its strength is `secondLoraScale`. */
  readonly secondModelId?: string | undefined;
  /** The same key by the same person gives the same generation; with another wish it is refused. */
  readonly idempotencyKey?: string | undefined;
  /** How long to wait for the pictures; 0 returns at once. Default 180,000. */
  readonly waitMs?: number | undefined;
  /** Only for the system: in whose name; needed where a brand's pictures are private. */
  readonly ownerId?: string | undefined;
}

/** All that a request for pictures may say, but its settings and its signal. */
export const generationSchema = z.strictObject({
  modelId: z.string().min(1).max(120),
  secondModelId: z.string().min(1).max(120).optional(),
  prompt: z.string().min(1).max(4000),
  idempotencyKey: z.string().min(1).max(200).optional(),
  waitMs: z.int().min(0).max(3_600_000).default(180_000),
  ownerId: z.guid().optional(),
});

type Wish = z.output<typeof generationSchema>;

/**
 * Makes pictures with a model of the brand, and gives them once they lie in the brand's own bucket.
 * @throws WaitEndedError where it takes longer than `waitMs`; it goes on, and the error says under which id
 */
export async function generateImage(
  context: AiModelsContext,
  { signal, ...options }: GenerateImageOptions,
): Promise<Generation> {
  const { modelId, secondModelId, prompt, idempotencyKey, waitMs, ownerId, ...settings } = options;
  const wish = parseInput(
    generationSchema,
    { modelId, secondModelId, prompt, idempotencyKey, waitMs, ownerId, ...misspelledIn(settings) },
    { subject: 'The request for pictures' },
  );
  if (signal?.aborted) throw toAbortedError(signal);
  const row = await record(context, wish, settings);
  if (worksInPlace(context)) {
    await finishHere(context, row, wish, signal);
  } else if (wish.waitMs > 0) {
    await waitUntilEnded(context, row, wish, signal).catch(async (error: unknown) => {
      if (signal?.aborted && wish.idempotencyKey === undefined) await giveUp(context, row);
      throw error;
    });
  }
  return getGeneration(context, row.id);
}

/** Nobody waits for it any more, and nobody could ask for it: nothing is to be painted and paid. */
async function giveUp(context: AiModelsContext, { id }: GenerationRow): Promise<void> {
  await wishToCancelGeneration(context, id, context.now()).catch((error: unknown) =>
    context.logger.warn('A generation that nobody waits for could not be cancelled.', { id, error }),
  );
}

async function record(
  context: AiModelsContext,
  wish: Wish,
  input: ImageSettingsInput,
): Promise<GenerationRow> {
  const userId = context.userId ?? wish.ownerId ?? null;
  const { idempotencyKey: key, modelId, secondModelId, prompt } = wish;
  const wishHash = await wishHashOf({ ...input, modelId, secondModelId, prompt });
  return insertOnce({
    find: async () =>
      key === undefined ? null : ofSameWish(await findGenerationByKey(context, { userId, key }), wishHash),
    insert: async () =>
      insertGeneration(context, { ...(await describe(context, wish, input)), wish_hash: wishHash }),
  });
}

/** The row of what is asked for, once it is known that nothing is wrong with it. */
async function describe(
  context: AiModelsContext,
  wish: Wish,
  input: ImageSettingsInput,
): Promise<TablesInsert<'generations'>> {
  const models = await loadModels(context, wish);
  const modelType = toModelType(models[0].base_model);
  const image = parseWishedSettings(context, modelType, input);
  // Said now rather than by the engine: what is wrong with a prompt is the caller's to mend.
  const { notes } = buildPrompt({
    prompt: wish.prompt,
    triggerWords: models.map(({ trigger_word }) => trigger_word),
    modelType,
    negativePrompt: image.settings.negativePrompt,
  });
  for (const note of notes) context.logger.info(note);
  const [main, second] = models;
  return {
    brand_id: context.brandId,
    ...(context.actor === 'system' && { user_id: wish.ownerId ?? null }),
    model_id: main.id,
    second_model_id: second?.id ?? null,
    prompt: wish.prompt,
    settings: toStoredSettings(image) satisfies Json,
    image_count: image.imageCount,
    idempotency_key: wish.idempotencyKey ?? null,
  };
}

/** What is asked for about the pictures, complete. @throws InputError */
export const parseWishedSettings = (
  context: AiModelsContext,
  modelType: ModelType,
  input: ImageSettingsInput,
): ImageWish =>
  parseImageSettings(input, { modelType, provider: usualProvider(modelType), random: context.random });

/** The models that are to paint, the main one first. @throws ModelNotFoundError */
export async function loadModels(
  context: AiModelsContext,
  { modelId, secondModelId, ownerId }: Pick<Wish, 'modelId' | 'secondModelId' | 'ownerId'>,
): Promise<[ModelRow, ...ModelRow[]]> {
  const main = await loadModel(context, modelId, { ownerId: ownerId ?? context.userId ?? undefined });
  if (secondModelId === undefined) return [main];
  const second = await loadModel(context, secondModelId, { ownerId: ownerId ?? context.userId ?? undefined });
  if (second.id !== main.id && second.base_model === main.base_model) return [main, second];
  throw new AiModelsError({
    code: 'input_invalid',
    message: `Models ${main.slug} and ${second.slug} do not go together.`,
    hint: 'Choose two different models of the same base.',
  });
}

/** As the system the work is done in place, until it has ended or the time is up. */
const finishHere = (
  context: AiModelsContext,
  { id }: GenerationRow,
  wish: Wish,
  signal: AbortSignal | undefined,
): Promise<GenerationRow> =>
  waitFor(context, { ...wish, id }, signal, async () => {
    await workOnGeneration(context, id, { signal });
    return needGeneration(context, id);
  });

const waitUntilEnded = (
  context: AiModelsContext,
  { id }: GenerationRow,
  wish: Wish,
  signal: AbortSignal | undefined,
): Promise<GenerationRow> => waitFor(context, { ...wish, id }, signal, () => needGeneration(context, id));

async function waitFor(
  context: AiModelsContext,
  { id, waitMs }: { readonly id: string; readonly waitMs: number },
  signal: AbortSignal | undefined,
  look: () => Promise<GenerationRow>,
): Promise<GenerationRow> {
  const row = await poll(
    async () => {
      const now = await look();
      return hasEnded(now.status) || waitMs === 0 ? now : null;
    },
    {
      waitingFor: 'the pictures',
      intervalMs: Math.min(context.pollIntervalMs, 1_000),
      maximumIntervalMs: context.pollIntervalMs,
      timeoutMs: waitMs,
      signal,
    },
  ).catch((error: unknown) => {
    throw AiModelsError.isInstance(error, 'wait_ended')
      ? new WaitEndedError({ generationId: id, waitMs })
      : error;
  });
  if (row.status !== 'failed') return row;
  throw new AiModelsError({
    code: 'generation_failed',
    message: row.error_message ?? 'The pictures could not be made.',
    hint: `Generation ${row.id} says why: ${row.error_code ?? 'nothing is known'}. Ask for the pictures anew.`,
  });
}
