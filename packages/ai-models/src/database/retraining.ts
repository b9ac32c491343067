import { z } from 'zod';
import type { BrandScope } from '../context.ts';
import { rowsOf } from './answer.ts';

const quietHoursSchema = z
  .object({ from: z.string(), to: z.string(), time_zone: z.string() })
  .transform(({ time_zone: timeZone, ...hours }) => ({ ...hours, timeZone }));

/** Not told to those who only look; the database decides last in any case. */
const amountSchema = z
  .number()
  .nullable()
  .transform((amount) => amount ?? 0);

const factsSchema = z.object({
  // Where it is not known who may see pictures, none is taken.
  visibility: z.enum(['brand', 'owner']).catch('owner'),
  is_on: z.boolean(),
  wanted_images: z.number(),
  new_images: z.number(),
  hours_between: z.number(),
  quiet_hours: quietHoursSchema.nullable(),
  last_automatic_at: z.iso.datetime({ offset: true }).nullable(),
  automatic_budget_usd: z.number().nullable(),
  spent_automatically_usd: amountSchema,
  budget_usd: z.number().nullable(),
  spent_usd: amountSchema,
  running: amountSchema,
  most_running: z.number(),
  started_today: amountSchema,
  most_a_day: z.number(),
  model_types: z.array(z.string()),
  estimated_cost_usd: z.number(),
  pictures: z.object({ recommended_images: z.number(), maximum_images: z.number() }),
  /** The last training of the brand that was completed. */
  earlier: z
    .object({
      name: z.string(),
      model_type: z.string(),
      subject_kind: z.string(),
      trigger_word: z.string().nullable(),
      training_config: z.unknown(),
      metadata: z.record(z.string(), z.unknown()),
    })
    .nullable(),
});

/** What decides whether a brand is trained again by itself, as the database tells it. */
export type RetrainingRow = z.output<typeof factsSchema>;

/** The settings with their defaults, and what they are compared with. @throws AiModelsError `brand_not_allowed` */
export async function getRetrainingRow({ database, brandId }: BrandScope): Promise<RetrainingRow> {
  return factsSchema.parse(await rowsOf(database.rpc('get_retraining_facts', { brand_id: brandId })));
}
