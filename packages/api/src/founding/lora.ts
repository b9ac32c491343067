import type { BrandModel, StartTrainingOptions, TrainingJob } from '@act/ai-models';
import { modelTypes, subjectKinds, trainingConfigSchema, trainingSchema } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { cancelRequestedAt, id, time } from '../answers/fields.ts';
import { sharing } from '../answers/training-job.ts';
import { saidFields } from './own-person.ts';
import { loraStatuses, toFailure, toLoraStatus } from './status-words.ts';
import { imageUrls } from './training-wish.ts';

/** A training and what came of it, as `user_loras` of the founding document has it. */
export const loraSchema = z
  .object({
    id,
    name: z.string(),
    description: z.string().nullable(),
    type: z.enum(subjectKinds),
    model_type: z.enum(modelTypes).openapi({ description: 'The base model it is trained on.' }),
    trigger_word: z.string().nullable(),
    image_ids: z.array(z.string()).readonly().openapi({ description: 'The pictures it is trained with.' }),
    status: z.enum(loraStatuses),
    progress: z.number(),
    lora_url: z.string().nullable().openapi({ description: 'Bucket and key of the weights.' }),
    model_id: z.string().nullable().openapi({
      description: 'What its model is called, as generations name it; null until there is one.',
    }),
    sharing,
    is_others: z.boolean().openapi({
      description: 'Somebody else’s, who shares it with the brand: to paint with, and for nothing else.',
    }),
    shared_at: time.nullable().openapi({ description: 'Since when somebody else shares it.' }),
    sample_urls: z
      .array(z.string())
      .readonly()
      .openapi({ description: 'Pictures that show what somebody else shares; good for five minutes.' }),
    replicate_training_id: z.string().nullable(),
    error_code: z
      .string()
      .nullable()
      .openapi({ description: 'A word for programs; `cancelled` where somebody wished so.' }),
    error_message: z.string().nullable(),
    cancel_requested_at: cancelRequestedAt,
    created_at: time,
    updated_at: time,
    deleted_at: time.nullable(),
  })
  .openapi('Lora');

export const toLora = (job: TrainingJob): z.input<typeof loraSchema> => ({
  id: job.id,
  name: job.name,
  description: job.description,
  type: job.subjectKind,
  model_type: job.modelType,
  trigger_word: job.triggerWord,
  image_ids: job.trainingAssetIds,
  status: toLoraStatus(job),
  progress: job.progress,
  lora_url: job.modelUrl,
  model_id: /([^/]+)\.safetensors$/.exec(job.modelUrl ?? '')?.[1] ?? null,
  sharing: job.sharing,
  is_others: false,
  shared_at: null,
  sample_urls: [],
  replicate_training_id: job.provider === 'replicate' ? job.providerJobId : null,
  error_code: toFailure(job)?.code ?? null,
  error_message: toFailure(job)?.message ?? null,
  cancel_requested_at: job.cancelRequestedAt,
  created_at: job.createdAt,
  updated_at: job.deletedAt ?? job.completedAt ?? job.startedAt ?? job.createdAt,
  deleted_at: job.deletedAt,
});

/** What somebody else shares. */
export type OthersModel = BrandModel & { readonly shared: NonNullable<BrandModel['shared']> };

/** Somebody else's model that is shared with the brand: what they may know of it and of its training. */
export const toSharedLora = (model: OthersModel): z.input<typeof loraSchema> => ({
  id: model.jobId ?? model.id,
  name: model.shared.name,
  description: model.shared.description,
  type: model.shared.subjectKind,
  model_type: model.modelType,
  trigger_word: model.triggerWord,
  image_ids: [],
  status: 'completed',
  progress: 100,
  lora_url: model.path,
  model_id: model.modelId,
  sharing: 'shared',
  is_others: true,
  shared_at: model.shared.sharedAt,
  sample_urls: model.shared.samples.map(({ url }) => url),
  replicate_training_id: null,
  error_code: null,
  error_message: null,
  cancel_requested_at: null,
  created_at: model.createdAt,
  updated_at: model.shared.sharedAt,
  deleted_at: null,
});

/** Whether somebody else shares it. */
export const isOthers = (model: BrandModel): model is OthersModel =>
  model.shared !== null && !model.shared.isMine;

const { modelType, trainingAssetIds, name, description, trainAnyway } = trainingSchema.shape;

/** What the dialog of a LoRA studio sends. */
export const loraBody = z.strictObject({
  ...saidFields,
  name: name.unwrap(),
  description,
  type: z.enum(subjectKinds).optional().openapi({ description: 'What the pictures show. Default `style`.' }),
  trigger_word: z.string().max(64).nullish(),
  model_type: modelType.optional().openapi({ description: 'Default `flux`.' }),
  imageUrls: imageUrls.optional(),
  image_urls: imageUrls.optional(),
  trainingAssetIds: trainingAssetIds.optional(),
  config: trainingConfigSchema.omit({ triggerWord: true }).optional(),
  trainAnyway: trainAnyway.removeDefault().optional(),
});

/** The same in the words of the library, but for the pictures. */
export const toLoraWish = (
  body: z.output<typeof loraBody>,
): Omit<StartTrainingOptions, 'trainingAssetIds'> => ({
  name: body.name,
  description: body.description,
  subjectKind: body.type,
  modelType: body.model_type,
  config: { ...body.config, triggerWord: body.trigger_word },
  trainAnyway: body.trainAnyway,
});
