import { z } from '@hono/zod-openapi';
import { readAddresses, readSpentThisMonth, readUsage, type UsageRow } from '../../database/usage.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const amounts = {
  trainings: z.number(),
  pictures: z.number().openapi({ description: 'How many were made.' }),
  costUsd: z.number().openapi({ description: 'What is not known yet is estimated.' }),
  gpuSeconds: z.number().openapi({ description: 'Of trainings.' }),
};
const usageSchema = z
  .object({
    spentThisMonthUsd: z.number().nullable().openapi({
      description:
        'What counts against the budget, for admins: also work that was deleted, is private to others, or failed and may still be charged. Null for anybody else.',
    }),
    months: z
      .array(z.object({ month: z.string().openapi({ example: '2026-11' }), ...amounts }))
      .readonly()
      .openapi({ description: 'Newest first; months without work are left out.' }),
    models: z.array(z.object({ model: z.string().nullable(), ...amounts })).readonly(),
    people: z
      .array(
        z.object({
          userId: z.string().nullable().openapi({ description: 'Null: of somebody who is gone.' }),
          email: z.string().nullable().openapi({ description: 'For admins.' }),
          ...amounts,
        }),
      )
      .readonly(),
  })
  .openapi('Usage');

const toAmounts = ({ trainings, pictures, cost_usd, gpu_seconds }: UsageRow) => ({
  trainings,
  pictures,
  costUsd: cost_usd,
  gpuSeconds: gpu_seconds,
});

export const getUsage = personRoute({
  method: 'get',
  path: '/usage',
  operationId: 'getUsage',
  area: 'Brand',
  summary: 'Says what the work of some months cost and how long it took: by month, by model, by person.',
  description: 'Of all that the caller sees; the fifty costliest models and people.',
  query: z.strictObject({
    months: z.coerce.number().int().min(1).max(12).optional().openapi({
      description: 'How many, this one included. Default 6.',
      example: 3,
    }),
  }),
  isTagged: true,
  answer: json('The sums.', usageSchema),
  handle: async ({ caller, query: { months = 6 } }) => {
    const { id: brandId, role } = await caller.needBrand();
    const scope = { database: caller.database, brandId };
    const [rows, spentThisMonthUsd, addresses] = await Promise.all([
      readUsage(scope, months),
      role === 'admin' ? readSpentThisMonth(scope) : null,
      role === 'admin' ? readAddresses(scope) : new Map<string, string>(),
    ]);
    const of = (part: UsageRow['part']) => rows.filter((row) => row.part === part);
    return {
      spentThisMonthUsd,
      months: of('month').map((row) => ({ month: row.month ?? '', ...toAmounts(row) })),
      models: of('model').map((row) => ({ model: row.model, ...toAmounts(row) })),
      people: of('person').map((row) => ({
        userId: row.user_id,
        email: row.user_id === null ? null : (addresses.get(row.user_id) ?? null),
        ...toAmounts(row),
      })),
    };
  },
});
