import { z } from '@hono/zod-openapi';

/** The body of every refusal. */
export const errorSchema = z
  .object({
    error: z.object({
      code: z.string().openapi({ description: 'A word for programs; stable.' }),
      message: z.string().openapi({ description: 'A sentence for people.' }),
      hint: z.string().openapi({ description: 'What to do next; empty where the message says it all.' }),
      requestId: z.string().openapi({ description: 'Names the request in the log of the operator.' }),
      problems: z
        .array(z.object({ path: z.string(), message: z.string(), fix: z.string() }))
        .optional()
        .openapi({ description: 'Everything that is wrong with what was sent.' }),
      reasons: z
        .array(
          z.looseObject({
            code: z.string(),
            message: z.string(),
            hint: z.string().optional(),
            assetIds: z.array(z.string()).optional(),
          }),
        )
        .optional()
        .openapi({ description: 'What speaks against it.' }),
      choices: z.array(z.string()).optional().openapi({ description: 'Brands to choose from.' }),
    }),
  })
  .openapi('Error', {
    example: {
      error: {
        code: 'job_not_found',
        message: 'Brand acmecompany has no training 3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77 for you.',
        hint: 'List the trainings of the brand, and pass the id of one.',
        requestId: '7c1f0b1e-2d0c-4b7e-8d8a-0f8f3d1f2a77',
      },
    },
  });
