import { modelTypes, subjectKinds } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { id, time } from './fields.ts';

/** `SharedModel` of the library. */
const sharedSchema = z
  .object({
    sharedAt: time,
    isMine: z.boolean().openapi({ description: 'Whether the caller shares it.' }),
    name: z.string(),
    description: z.string().nullable(),
    subjectKind: z.enum(subjectKinds),
    samples: z
      .array(z.object({ path: z.string(), url: z.string() }))
      .readonly()
      .openapi({ description: 'Pictures that its trainer painted; addresses are good for five minutes.' }),
  })
  .nullable()
  .openapi({ description: 'What is known of a private model that its owner shares; null for every other.' });

/** `BrandModel` of the library. */
export const modelSchema = z
  .object({
    id,
    brandId: z.string(),
    modelId: z.string().openapi({
      description: 'As calls name it; its id where somebody else shares it.',
      example: 'flux-lora-v1',
    }),
    name: z.string().openapi({ example: 'flux-lora' }),
    version: z.number(),
    modelType: z.enum(modelTypes),
    jobId: z.string().nullable(),
    triggerWord: z.string().nullable(),
    rank: z.number().nullable(),
    sizeBytes: z.number(),
    sha256: z.string(),
    path: z.string().openapi({ description: 'Bucket and key of the weights.' }),
    providerModel: z
      .string()
      .nullable()
      .openapi({ description: 'What the provider that trained it calls it; null where unknown.' }),
    providerVersion: z.string().nullable(),
    shared: sharedSchema,
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
