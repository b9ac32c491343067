import { modelTypes } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { id, time } from './fields.ts';

/** `BrandModel` of the library. */
export const modelSchema = z
  .object({
    id,
    brandId: z.string(),
    modelId: z.string().openapi({ description: 'As calls name it.', example: 'flux-lora-v1' }),
    name: z.string().openapi({ example: 'flux-lora' }),
    version: z.number(),
    modelType: z.enum(modelTypes),
    jobId: z.string().nullable(),
    triggerWord: z.string().nullable(),
    rank: z.number().nullable(),
    sizeBytes: z.number(),
    sha256: z.string(),
    path: z.string().openapi({ description: 'Bucket and key of the weights.' }),
    status: z.enum(['ready', 'retired']),
    aliases: z.array(z.string()).readonly().openapi({ description: 'Words that stand for this version.' }),
    sourcesDeletedAt: time.nullable(),
    metadata: z.unknown(),
    createdAt: time,
  })
  .openapi('Model');

/** What people call a model: an id, `flux-lora-v1`, `flux-lora`, `flux-lora@live`. */
export const modelIdField = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9@-]+$/, 'Use what models are called, such as "flux-lora-v1".')
  .openapi({ example: 'flux-lora-v1' });

export const modelParams = z.object({ id: modelIdField });
