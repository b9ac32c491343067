import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { type SubjectKind, subjectKinds } from '../database/brand-policy.ts';
import type { Json, TablesInsert } from '../database/database.types.ts';
import { insertOnce, ofSameWish } from '../database/insert-once.ts';
import { findJobByKey } from '../database/queries.ts';
import { insertJob, type JobRow } from '../database/training-jobs.ts';
import { NotReadyError } from '../errors/index.ts';
import { chooseTriggerWord } from '../jobs/training/choose-trigger-word.ts';
import { workOnTraining } from '../jobs/training/work-on-training.ts';
import { worksInPlace } from '../jobs/works-in-place.ts';
import { wishHashOf } from '../shared/hashing/wish-hash.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { checkReadiness } from './check-readiness.ts';
import { type ModelType, modelTypes } from './model-type.ts';
import { trainerFor } from './trainers.ts';
import { parseTrainingWish, type TrainingConfigInput } from './training-config.ts';
import { type TrainingJob, toTrainingJob } from './training-job.ts';
import { getTrainingJob } from './training-jobs.ts';

/** What to train, with which pictures. */
export interface CreateTrainingJobOptions extends Stoppable {
  /** What to train for. */
  readonly modelType: ModelType;
  /** Pictures of this brand that are `ready`, in any order. */
  readonly trainingAssetIds: readonly string[];
  /** Steps, rates, a preset …; what is left out is filled in. */
  readonly config?: TrainingConfigInput | undefined;
  /** What the model is to be called; another subject needs another name. Default `flux-lora` and the like. */
  readonly name?: string | undefined;
  /** In people's words, up to 2,000 characters. Default: none. */
  readonly description?: string | undefined;
  /** What the pictures show. Default `style`. */
  readonly subjectKind?: SubjectKind | undefined;
  /** The brand's own fields, as `brands.settings` names them; any, up to 8 kB, where it names none. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  /** The same key by the same person gives the same job, however often it is sent; with another wish it is refused. */
  readonly idempotencyKey?: string | undefined;
  /** Train although the pictures need attention. Default `false`; what blocks a training, blocks it all the same. */
  readonly trainAnyway?: boolean | undefined;
  /** Only for the system: in whose name; needed where a brand's models are private. */
  readonly ownerId?: string | undefined;
}

/** What the column holds, about. */
const maximumMetadataLength = 8_000;

/** All that a training may say, but its signal. */
export const trainingSchema = z.strictObject({
  modelType: z.enum(modelTypes),
  trainingAssetIds: z.array(z.guid()).min(1).max(1000),
  config: z.unknown().optional(),
  name: z.string().trim().min(1).max(120).optional(),
  description: z.string().trim().max(2000).optional(),
  subjectKind: z.enum(subjectKinds).default('style'),
  metadata: z
    .record(z.string(), z.unknown())
    .refine((fields) => JSON.stringify(fields).length <= maximumMetadataLength, 'Keep it under 8 kB.')
    .default({}),
  idempotencyKey: z.string().min(1).max(200).optional(),
  trainAnyway: z.boolean().default(false),
  ownerId: z.guid().optional(),
});

type Wish = z.output<typeof trainingSchema>;

/**
 * Asks for a training. As a person, it is recorded and the engine does it; as the system with providers, it is begun
 * before this returns, and may have `failed` by then: its `error` says why.
 * @throws NotReadyError where the pictures are not fit; it holds every reason
 */
export async function createTrainingJob(
  context: AiModelsContext,
  { signal, ...options }: CreateTrainingJobOptions,
): Promise<TrainingJob> {
  const { trainingAssetIds, ...wish } = parseInput(trainingSchema, options, { subject: 'The training' });
  return askForTraining(context, wish, { pictures: trainingAssetIds, signal });
}

/** Which pictures: these, or those that are found once it is known that there is no such training yet. */
interface AskForTrainingOptions extends Stoppable {
  readonly pictures: readonly string[] | (() => Promise<readonly string[]>);
}

/** Who sends the same key again gets the same job, also where both come at once. @throws AiModelsError `key_reused` */
export async function askForTraining(
  context: AiModelsContext,
  { idempotencyKey: key, ownerId, ...wish }: Omit<Wish, 'trainingAssetIds'>,
  { pictures, signal }: AskForTrainingOptions,
): Promise<TrainingJob> {
  const userId = context.userId ?? ownerId ?? null;
  const areNamed = typeof pictures !== 'function';
  const wishHash = await wishHashOf({
    ...wish,
    pictures: areNamed ? [...new Set(pictures)].sort() : 'found',
  });
  const row = await insertOnce({
    find: async () =>
      key === undefined ? null : ofSameWish(await findJobByKey(context, { userId, key }), wishHash),
    insert: async () => {
      const trainingAssetIds = [...new Set(areNamed ? pictures : await pictures())];
      return insertJob(context, {
        ...(await describe(context, { ...wish, trainingAssetIds })),
        ...(context.actor === 'system' && { user_id: ownerId ?? null }),
        idempotency_key: key ?? null,
        wish_hash: wishHash,
      });
    },
  });
  return begin(context, row, { signal });
}

/** The row of what is asked for, once it is known that nothing is wrong with it. */
async function describe(
  context: AiModelsContext,
  wish: Omit<Wish, 'idempotencyKey' | 'ownerId'>,
): Promise<TablesInsert<'lora_training_jobs'>> {
  const trainer = trainerFor(wish.modelType);
  const { config, triggerWord, notes } = parseTrainingWish(wish.config ?? {}, {
    modelType: wish.modelType,
    provider: trainer.provider,
  });
  for (const note of notes) context.logger.info(note);
  await requireReadiness(context, wish);
  return {
    brand_id: context.brandId,
    name: wish.name ?? trainer.defaultName,
    description: wish.description ?? null,
    model_type: wish.modelType,
    subject_kind: wish.subjectKind,
    trigger_word: triggerWord ?? (await chooseTriggerWord(context)),
    training_config: { ...config } satisfies Json,
    training_asset_ids: wish.trainingAssetIds,
    // What JSON does not know, an undefined or a date, becomes what it does: the row holds JSON.
    metadata: JSON.parse(JSON.stringify(wish.metadata)),
    readiness_override: wish.trainAnyway,
  };
}

/** As the system the work is done in place, as far as it goes now. */
export async function begin(context: AiModelsContext, row: JobRow, options: Stoppable): Promise<TrainingJob> {
  if (!worksInPlace(context)) return toTrainingJob(row);
  await workOnTraining(context, row.id, options);
  return getTrainingJob(context, row.id);
}

async function requireReadiness(
  context: AiModelsContext,
  {
    trainingAssetIds,
    subjectKind,
    trainAnyway,
  }: Pick<Wish, 'trainingAssetIds' | 'subjectKind' | 'trainAnyway'>,
): Promise<void> {
  const { verdict, reasons } = await checkReadiness(context, { assetIds: trainingAssetIds, subjectKind });
  if (verdict === 'blocked') throw new NotReadyError({ reasons });
  if (verdict === 'needs_attention' && !trainAnyway)
    throw new NotReadyError({ reasons, hint: needsAttention });
}

const needsAttention = 'Add or replace pictures, or pass `trainAnyway: true` to train with them as they are.';
