import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

const usageRow = z.object({
  part: z.enum(['month', 'model', 'person']),
  month: z.string().nullable(),
  model: z.string().nullable(),
  user_id: z.string().nullable(),
  trainings: z.number(),
  pictures: z.number(),
  cost_usd: z.coerce.number(),
  gpu_seconds: z.coerce.number(),
});
export type UsageRow = z.output<typeof usageRow>;

/** Money, time and counts of some months, as far as the caller sees the brand's work. */
export const readUsage = ({ database, brandId }: InBrand, months: number): Promise<UsageRow[]> =>
  read(database.rpc('get_usage', { brand_id: brandId, months }), z.array(usageRow));

const addressRow = z.object({ user_id: z.string(), email: z.string() });

/** The addresses of members by id, for admins; nothing for anybody else. */
export async function readAddresses({ database, brandId }: InBrand): Promise<ReadonlyMap<string, string>> {
  const rows = await read(database.rpc('list_member_addresses', { brand_id: brandId }), z.array(addressRow));
  return new Map(rows.map(({ user_id, email }) => [user_id, email]));
}

/** What counts against the budget of this month, for admins; null for anybody else. */
export const readSpentThisMonth = ({ database, brandId }: InBrand): Promise<number | null> =>
  read(database.rpc('get_spent_this_month', { brand_id: brandId }), z.number().nullable());
