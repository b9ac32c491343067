import { modelTypes, subjectKinds } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { time } from '../../answers/fields.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const planSchema = z
  .object({
    retrain: z.boolean(),
    reasons: z.array(z.object({ code: z.string(), message: z.string(), until: time.nullable() })).readonly(),
    modelType: z.enum(modelTypes),
    subjectKind: z.enum(subjectKinds),
    trainingAssetIds: z.array(z.string()).readonly(),
    newImages: z.number(),
    estimatedCostUsd: z.number(),
  })
  .openapi('RetrainingPlan');

export const explainRetraining = personRoute({
  method: 'get',
  path: '/training/retraining',
  operationId: 'explainRetraining',
  area: 'Training',
  summary: 'Says whether the brand would be trained again now by itself, with what, and why.',
  answer: json('The plan; nothing is begun.', planSchema),
  handle: ({ caller }) => caller.ai.explainRetraining(caller.brandId),
});

export const explainCleanup = personRoute({
  method: 'get',
  path: '/cleanup',
  operationId: 'explainCleanup',
  area: 'Generations',
  summary: 'Says what would be cleared away now, and why; for admins.',
  answer: json(
    'The plan; nothing is removed.',
    z
      .object({
        generationDays: z.number().nullable(),
        deletedDays: z.number(),
        items: z.array(z.object({ code: z.string(), count: z.number(), message: z.string() })).readonly(),
      })
      .openapi('CleanupPlan'),
  ),
  handle: ({ caller }) => caller.ai.explainCleanup(caller.brandId),
});
