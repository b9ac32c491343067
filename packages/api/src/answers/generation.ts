import { z } from '@hono/zod-openapi';
import { cancelRequestedAt, failure, id, time } from './fields.ts';

const generatedImageSchema = z
  .object({
    id,
    position: z.number(),
    path: z.string().openapi({ description: 'Bucket and key of the file.' }),
    thumbnailPath: z.string().nullable(),
    url: z.string().openapi({ description: 'Signed for five minutes.' }),
    thumbnailUrl: z.string().nullable(),
    contentType: z.string(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    sizeBytes: z.number().nullable(),
    sha256: z.string().nullable(),
    seed: z.number().nullable(),
    rating: z.number().nullable(),
    isStarred: z.boolean(),
  })
  .openapi('GeneratedImage');

/** `Generation` of the library. */
export const generationSchema = z
  .object({
    id,
    brandId: z.string(),
    status: z.enum(['pending', 'running', 'saving', 'completed', 'failed', 'cancelled']),
    progress: z.number(),
    modelId: z.string(),
    modelName: z
      .string()
      .nullable()
      .openapi({ description: 'What people call it; null where the caller does not see it any more.' }),
    secondModelId: z.string().nullable().openapi({ description: 'The model that paints along with it.' }),
    secondModelName: z.string().nullable(),
    prompt: z.string(),
    settings: z.unknown(),
    requestedImages: z.number(),
    images: z.array(generatedImageSchema).readonly(),
    error: failure,
    costUsd: z.number().nullable(),
    cancelRequestedAt,
    createdAt: time,
    completedAt: time.nullable(),
  })
  .openapi('Generation');
