import { z } from '@hono/zod-openapi';
import { id } from '../../answers/fields.ts';
import { roles } from '../../database/members.ts';
import { countsRow } from '../../database/my-data.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const meSchema = z
  .object({
    id,
    email: z.string().nullable(),
    brands: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })).readonly(),
  })
  .openapi('Me');

export const getMe = personRoute({
  method: 'get',
  path: '/me',
  operationId: 'getMe',
  area: 'Me',
  summary: 'Says who is signed in, and in which brands.',
  isTagged: true,
  answer: json('The caller.', meSchema),
  handle: async ({ caller }) => {
    const brands = await caller.listBrands();
    return {
      id: caller.userId,
      email: caller.email,
      brands: brands.map(({ id, name, role }) => ({ id, name, role })),
    };
  },
});

export const deleteMe = personRoute({
  method: 'delete',
  path: '/me',
  operationId: 'deleteMe',
  area: 'Me',
  summary: 'Deletes everything that is private to the caller, and their account.',
  description:
    'Pictures, trainings, models, generations and documents, in all brands; what runs is stopped and goes when it has ended.',
  refuses: [409],
  answer: json('What was deleted, by kind.', countsRow.extend({ files: z.number() }).openapi('DeletedData')),
  handle: ({ caller }) => caller.ai.deleteMyData(),
});
