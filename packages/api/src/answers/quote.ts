import { modelTypes } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';

/** What work is expected to take and cost, and whether it costs at all. */
export const quoteFields = {
  modelType: z.enum(modelTypes),
  provider: z.string(),
  hardware: z.string(),
  estimatedSeconds: z.number(),
  estimatedCostUsd: z.number(),
  range: z.object({ leastUsd: z.number(), mostUsd: z.number() }),
  basis: z.enum(['table', 'history']),
  samples: z.number(),
  isSimulated: z
    .boolean()
    .nullable()
    .openapi({ description: 'Whether nothing is really spent; null where this interface was not told.' }),
};
