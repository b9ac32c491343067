import { modelTypes, trainingConfigSchema } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { quoteFields } from '../../answers/quote.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const quoteSchema = z.object(quoteFields).openapi('TrainingQuote');

export const quoteTraining = personRoute({
  method: 'post',
  path: '/training/quote',
  operationId: 'quoteTraining',
  area: 'Training',
  summary: 'Says what a training will take and cost, before it does.',
  body: z.strictObject({
    ...brandField,
    modelType: z.enum(modelTypes),
    config: trainingConfigSchema.optional(),
  }),
  example: { modelType: 'flux', config: { preset: 'best' } },
  answer: json('The estimate, and how it is known.', quoteSchema),
  handle: async ({ caller, body, world: { isSimulated } }) => ({
    ...(await caller.ai.quoteTraining({ ...body, brandId: caller.brandId })),
    isSimulated,
  }),
});
