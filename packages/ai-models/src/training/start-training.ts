import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { listTrainableAssets } from '../database/brand-assets.ts';
import { getBrandPolicy } from '../database/brand-policy.ts';
import { listJobs } from '../database/queries.ts';
import { AiModelsError, InputError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import { askForTraining, type CreateTrainingJobOptions, trainingSchema } from './create-training-job.ts';
import type { TrainingJob } from './training-job.ts';

/** What to train, with pictures that are named or found. */
export interface StartTrainingOptions
  extends Omit<CreateTrainingJobOptions, 'modelType' | 'trainingAssetIds'> {
  /** Default `flux`. */
  readonly modelType?: CreateTrainingJobOptions['modelType'] | undefined;
  /** Pictures of this brand; or let them be found. */
  readonly trainingAssetIds?: readonly string[] | undefined;
  /** Take all pictures that may be trained with, if enough of them are new: as many as the brand's policy says. */
  readonly autoDetectFromAssets?: boolean | undefined;
}

const optionsSchema = trainingSchema
  .partial({ modelType: true, trainingAssetIds: true })
  .extend({ autoDetectFromAssets: z.boolean().optional() });

/**
 * Starts a training, with pictures that are named or found.
 * @throws AiModelsError `too_few_new_images` where not enough pictures have come since the last training
 */
export async function startTraining(
  context: AiModelsContext,
  { signal, ...options }: StartTrainingOptions,
): Promise<TrainingJob> {
  const {
    autoDetectFromAssets = false,
    trainingAssetIds,
    modelType = 'flux',
    ...wish
  } = parseInput(optionsSchema, options, { subject: 'The training' });
  if (!trainingAssetIds && !autoDetectFromAssets) throw picturesMissing();
  const pictures = trainingAssetIds ?? (() => detect(context, wish));
  return askForTraining(context, { ...wish, modelType }, { pictures, signal });
}

const picturesMissing = () =>
  new InputError({
    subject: 'The training',
    problems: [
      {
        path: 'trainingAssetIds',
        message: 'is missing',
        fix: 'Pass ids of pictures, or autoDetectFromAssets: true.',
      },
    ],
  });

/** Everything that may be trained with, newest first, as long as enough of it is new. */
async function detect(
  context: AiModelsContext,
  { subjectKind = 'style', ownerId }: Pick<StartTrainingOptions, 'subjectKind' | 'ownerId'>,
): Promise<string[]> {
  const policy = await getBrandPolicy(context);
  const pictures = await listTrainableAssets(context, { ownerId: ownerId ?? null });
  const used = await listUsedAssets(context);
  const fresh = pictures.filter(({ id }) => !used.has(id)).length;
  if (fresh < policy.autoDetectThreshold) {
    throw new AiModelsError({
      code: 'too_few_new_images',
      message: `${fresh} pictures of brand ${context.brandId} are new since the last training; it takes ${policy.autoDetectThreshold}.`,
      hint: 'Upload more, or name the pictures.',
    });
  }
  return pictures.slice(0, policy.subjects[subjectKind].maximumImages).map(({ id }) => id);
}

/** A training that failed or was cancelled used up nothing. */
async function listUsedAssets(context: AiModelsContext): Promise<Set<string>> {
  const { items } = await listJobs(context, {
    statuses: ['pending', 'uploading', 'queued', 'training', 'saving', 'completed'],
    limit: 100,
  });
  return new Set(items.flatMap(({ training_asset_ids }) => training_asset_ids));
}
