import { z } from '@hono/zod-openapi';
import { countMyData, countsRow } from '../../database/my-data.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const countsSchema = countsRow
  .extend({
    running: z.number().openapi({ description: 'Trainings and generations that would be stopped first.' }),
  })
  .openapi('MyData');

export const previewDeletion = personRoute({
  method: 'get',
  path: '/me/data',
  operationId: 'getMyData',
  area: 'Me',
  summary: 'Says how much `DELETE /me` would delete now.',
  answer: json('How much, by kind; nothing is deleted.', countsSchema),
  handle: ({ caller }) => countMyData(caller.database),
});
