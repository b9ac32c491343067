import { jobStatuses, modelTypes, sharingStates, subjectKinds } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { cancelRequestedAt, failure, id, time } from './fields.ts';

/** How a training is done, complete. */
export const trainingConfigAnswer = z.object({
  steps: z.number(),
  learningRate: z.number(),
  batchSize: z.number(),
  loraRank: z.number(),
  resolution: z.string(),
  optimizer: z.string(),
  autocaption: z.boolean(),
  captionDropout: z.number(),
  numRepeats: z.number(),
  seed: z.number().nullable(),
});

/** Where a model stands between its owner and the brand. */
export const sharing = z.enum(sharingStates).nullable().openapi({
  description:
    'How far its owner shares the model with the brand: `sharing` until the engine has carried it out, `withdrawing` until it has brought the weights back; null where it is private, or the whole brand sees it anyway.',
});

/** `TrainingJob` of the library. */
export const trainingJobSchema = z
  .object({
    id,
    brandId: z.string(),
    name: z.string().openapi({ description: 'As its model is going to be called.', example: 'flux-lora' }),
    description: z.string().nullable(),
    modelType: z.enum(modelTypes),
    subjectKind: z.enum(subjectKinds).openapi({ description: 'What the pictures show.' }),
    status: z
      .enum(jobStatuses)
      .openapi({ description: 'Nothing more happens once it is completed, failed or cancelled.' }),
    stage: z.string().nullable().openapi({ description: 'What happens inside of the state, for people.' }),
    progress: z.number().openapi({ description: '0 to 100; never goes down.', example: 45 }),
    triggerWord: z.string().nullable().openapi({ example: 'user42585527' }),
    config: trainingConfigAnswer.nullable(),
    trainingAssetIds: z.array(z.string()).readonly(),
    metadata: z.unknown().openapi({ description: "The brand's own fields." }),
    provider: z.string().nullable(),
    providerJobId: z.string().nullable(),
    error: failure,
    sharing,
    modelUrl: z.string().nullable().openapi({ description: 'Bucket and key of the weights.' }),
    sampleImageUrls: z.array(z.string()).readonly(),
    retryOf: z.string().nullable().openapi({ description: 'The training that this one tries again.' }),
    estimatedCompletion: time.nullable(),
    estimatedCostUsd: z.number().nullable(),
    costUsd: z.number().nullable(),
    gpuSeconds: z.number().nullable(),
    cancelRequestedAt,
    createdAt: time,
    startedAt: time.nullable(),
    completedAt: time.nullable(),
    deletedAt: time.nullable(),
  })
  .openapi('TrainingJob');
