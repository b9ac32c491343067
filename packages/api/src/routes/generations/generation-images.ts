import { z } from '@hono/zod-openapi';
import { id, idParams } from '../../answers/fields.ts';
import { changeImage, removeImage } from '../../database/generations.ts';
import { empty, json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const ratedSchema = z
  .object({ id, generationId: id, rating: z.number().nullable(), isStarred: z.boolean() })
  .openapi('RatedImage');

export const updateGenerationImage = personRoute({
  method: 'patch',
  path: '/generation-images/{id}',
  operationId: 'updateGenerationImage',
  area: 'Generations',
  summary: 'Rates or stars a generated picture.',
  params: idParams,
  body: z
    .strictObject({
      ...brandField,
      rating: z.int().min(1).max(5).nullish(),
      isStarred: z.boolean().optional(),
    })
    .refine(
      ({ rating, isStarred }) => rating !== undefined || isStarred !== undefined,
      'Pass a rating or isStarred.',
    ),
  example: { rating: 5, isStarred: true },
  answer: json('What is said of it now.', ratedSchema),
  handle: async ({ caller, params, body: { rating, isStarred } }) => {
    const scope = await caller.needScope();
    const row = await changeImage(scope, params.id, { rating, isStarred });
    return { id: row.id, generationId: row.generation_id, rating: row.rating, isStarred: row.is_starred };
  },
});

export const deleteGenerationImage = personRoute({
  method: 'delete',
  path: '/generation-images/{id}',
  operationId: 'deleteGenerationImage',
  area: 'Generations',
  summary: 'Deletes one generated picture; for whoever asked for it, and for admins.',
  description: 'The request stays with its other pictures, also without any.',
  params: idParams,
  refuses: [409],
  answer: empty('It is gone.'),
  handle: async ({ caller, params }) => removeImage(await caller.needScope(), params.id),
});
