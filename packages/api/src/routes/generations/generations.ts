import { z } from '@hono/zod-openapi';
import { idParams } from '../../answers/fields.ts';
import { generationSchema } from '../../answers/generation.ts';
import { modelIdField } from '../../answers/model.ts';
import { flag, pageOf, pageQuery } from '../../answers/page.ts';
import { mayNotDelete, removeGeneration, requireEnded } from '../../database/generations.ts';
import { generationBody, toGenerationWish } from '../../founding/generation-wish.ts';
import { requireSelf } from '../../founding/own-person.ts';
import { empty, json } from '../answers.ts';
import { type PersonRoute, personRoute } from '../person-route.ts';

const time = z.iso.datetime({ offset: true }).optional();

export const listGenerations = personRoute({
  method: 'get',
  path: '/generations',
  operationId: 'listGenerations',
  area: 'Generations',
  summary: 'Lists generations with their pictures, newest first.',
  query: z.strictObject({
    ...pageQuery,
    modelId: modelIdField.optional(),
    search: z.string().max(200).optional().openapi({
      description: "Words that are all looked for: in the prompt, the models' names and the seeds.",
    }),
    isStarred: flag.openapi({ description: 'Only those with a picture that somebody starred.' }),
    createdFrom: time.openapi({ description: 'Asked for then or later.' }),
    createdBefore: time.openapi({ description: 'Asked for before then.' }),
  }),
  isTagged: true,
  answer: json('A page of generations.', pageOf(generationSchema).openapi('GenerationPage')),
  handle: ({ caller, query }) => caller.ai.listGenerations({ ...query, brandId: caller.brandId }),
});

const ask = {
  method: 'post',
  area: 'Generations',
  summary: 'Asks for pictures of a model.',
  description: 'They are made by the engine: look with `GET /generations/{id}` until it has ended.',
  body: generationBody,
  example: { modelId: 'flux-lora-v1', prompt: 'photo of [brand] logo on a billboard', numImages: 4 },
  isCostly: true,
  answer: json('It was recorded.', generationSchema, 202),
  handle: async ({ caller, body, idempotencyKey }) => {
    requireSelf(caller, body.userId);
    const { id: brandId } = await caller.needRole('member');
    const wish = await toGenerationWish(caller, body);
    return caller.ai.generateImage({ ...wish, brandId, idempotencyKey, waitMs: 0 });
  },
} as const satisfies Omit<
  PersonRoute<z.input<typeof generationSchema>, z.ZodObject, z.ZodObject, typeof generationBody>,
  'path' | 'operationId'
>;

export const createGeneration = personRoute({
  ...ask,
  path: '/generations',
  operationId: 'createGeneration',
});

/** As the founding document calls it. */
export const createGenerationAsFounded = personRoute({
  ...ask,
  path: '/generations/create',
  operationId: 'createGenerationAsFounded',
});

export const getGeneration = personRoute({
  method: 'get',
  path: '/generations/{id}',
  operationId: 'getGeneration',
  area: 'Generations',
  summary: 'Gives a generation with its pictures.',
  params: idParams,
  isTagged: true,
  answer: json('The generation.', generationSchema),
  handle: ({ caller, params }) => caller.ai.getGeneration(params.id, { brandId: caller.brandId }),
});

export const cancelGeneration = personRoute({
  method: 'post',
  path: '/generations/{id}/cancel',
  operationId: 'cancelGeneration',
  area: 'Generations',
  summary: 'Ends a generation.',
  params: idParams,
  refuses: [409],
  answer: json('The generation, with the wish in it.', generationSchema),
  handle: ({ caller, params }) => caller.ai.cancelGeneration(params.id, { brandId: caller.brandId }),
});

export const deleteGeneration = personRoute({
  method: 'delete',
  path: '/generations/{id}',
  operationId: 'deleteGeneration',
  area: 'Generations',
  summary: 'Deletes a generation with its pictures; for whoever asked for it, and for admins.',
  params: idParams,
  refuses: [409],
  answer: empty('It is gone.'),
  handle: async ({ caller, params: { id } }) => {
    const { brandId, status } = await caller.ai.getGeneration(id, { brandId: caller.brandId });
    requireEnded(status);
    if (await removeGeneration({ database: caller.database, brandId }, id)) return;
    throw mayNotDelete('generation');
  },
});

export const cleanupGenerations = personRoute({
  method: 'delete',
  path: '/generations',
  operationId: 'cleanupGenerations',
  area: 'Generations',
  summary: 'Deletes generations that are older than so many days, but for those with a starred picture.',
  query: z.strictObject({
    olderThanDays: z.coerce.number().int().min(1).max(36_500).openapi({ example: 90 }),
    dryRun: flag.openapi({ description: 'Only say what would go.' }),
  }),
  answer: json(
    'What went, or would have.',
    z
      .object({
        dryRun: z.boolean(),
        before: z.string(),
        generations: z.number(),
        images: z.number(),
        bytes: z.number(),
        kept: z.number(),
      })
      .openapi('CleanupReport'),
  ),
  handle: async ({ caller, query: { olderThanDays, dryRun } }) => {
    const { id: brandId } = await caller.needBrand();
    return caller.ai.cleanupOldGenerations(brandId, olderThanDays, { dryRun });
  },
});
