import { readinessSchema } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const reportSchema = z
  .object({
    verdict: z.enum(['ready', 'needs_attention', 'blocked']),
    reasons: z
      .array(
        z.object({
          code: z.string(),
          severity: z.enum(['blocks', 'attention', 'note']),
          message: z.string(),
          hint: z.string(),
          assetIds: z.array(z.string()).readonly(),
        }),
      )
      .readonly()
      .openapi({ description: 'The worst first.' }),
  })
  .openapi('ReadinessReport');

export const checkReadiness = personRoute({
  method: 'post',
  path: '/assets/readiness',
  operationId: 'checkReadiness',
  area: 'Pictures',
  summary: 'Says what speaks against training with some pictures.',
  body: readinessSchema.extend(brandField),
  example: { assetIds: ['3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77'], subjectKind: 'product' },
  answer: json('The verdict, with its reasons.', reportSchema),
  handle: ({ caller, body }) => caller.ai.checkReadiness({ ...body, brandId: caller.brandId }),
});
