import { z } from 'zod';
import { trainingBounds } from './training/training-bounds.ts';
import { presetNames } from './training/training-presets.ts';

/**
 * What callers may pass, as zod schemas, with the rules for files' keys and the words for refusals: for whoever stands
 * before the library, such as an HTTP interface, and is to say the same.
 */

export { type AssetType, assetTypes } from './database/brand-assets.ts';
export { getBrandPolicy, subjectKinds } from './database/brand-policy.ts';
export { toDatabaseError } from './database/database-error.ts';
export { pageOf, pageShape } from './database/page.ts';
export { jobStatuses } from './database/training-jobs.ts';
export { modelFilterSchema } from './inference/brand-models.ts';
export { generationSchema } from './inference/image-generator.ts';
export { rejections } from './node/inspection-result.ts';
export { noticeKinds, webhookKinds } from './notices/notice-kinds.ts';
export { aspectRatios } from './providers/image-provider.ts';
export { parseInput } from './shared/parse-input.ts';
export { type PictureType, pictureTypes, toExtension } from './shared/picture-type.ts';
export { toStorageError } from './storage/storage-error.ts';
export {
  assertOwnKey,
  documentKey,
  parseRowPath,
  safeFileName,
  toRowPath,
  trainingDataKey,
} from './storage/storage-paths.ts';
export { readinessSchema } from './training/check-readiness.ts';
export { trainingSchema } from './training/create-training-job.ts';
export { modelTypes } from './training/model-type.ts';
export { sharingStates } from './training/sharing.ts';
export { prodigyLearningRate } from './training/training-bounds.ts';
export { jobChangesSchema, jobFilterSchema } from './training/training-jobs.ts';
export { type TrainingRules, trainingRules } from './training/training-rules.ts';

const targets = Object.values(trainingBounds).flatMap((byProvider) => Object.values(byProvider));
type Bounded = 'steps' | 'learningRate' | 'batchSize' | 'loraRank' | 'numRepeats';

/** The widest that any trainer takes: what one of them takes is checked once it is known who trains. */
const least = (field: Bounded) => Math.min(...targets.map((bounds) => bounds[field].minimum));
const most = (field: Bounded) => Math.max(...targets.map((bounds) => bounds[field].maximum));
const wholeNumber = (field: Bounded) => z.int().min(least(field)).max(most(field)).optional();

/** What a person may say about how to train, whoever trains; what they leave out is filled in. */
export const trainingConfigSchema = z.strictObject({
  preset: z.enum(presetNames).optional(),
  triggerWord: z.string().max(64).nullish(),
  steps: wholeNumber('steps'),
  // One optimizer takes this for a factor: up to 1.
  learningRate: z.number().min(least('learningRate')).max(1).optional(),
  batchSize: wholeNumber('batchSize'),
  loraRank: wholeNumber('loraRank'),
  resolution: z.string().max(60).optional(),
  optimizer: z.enum([...new Set(targets.flatMap(({ optimizers }) => optimizers))]).optional(),
  autocaption: z.boolean().optional(),
  captionDropout: z.number().min(0).max(1).optional(),
  numRepeats: wholeNumber('numRepeats'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .nullish(),
});
