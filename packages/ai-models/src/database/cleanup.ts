import { z } from 'zod';
import type { BrandScope } from '../context.ts';
import { rowOf, rowsOf } from './answer.ts';

const factsSchema = z.object({
  generation_days: z.number().nullable(),
  deleted_days: z.number(),
  trainings: z.number(),
  departed: z.number(),
  files: z.number(),
  strays: z.number(),
  archives: z.number(),
  leftovers: z.number(),
  refused: z.number(),
});

/** What cleaning up would find in a brand. */
export type CleanupFacts = z.output<typeof factsSchema>;

/** For admins and for the system. @throws AiModelsError `brand_not_allowed` */
export async function getCleanupFacts({ database, brandId }: BrandScope): Promise<CleanupFacts> {
  return factsSchema.parse(await rowsOf(database.rpc('get_cleanup_facts', { brand_id: brandId })));
}

const expiredSchema = z.object({ trainings: z.number(), caption_requests: z.number() });

/** Deletes for good what was deleted long ago. */
export async function expireRows({
  database,
}: Pick<BrandScope, 'database'>): Promise<z.output<typeof expiredSchema>> {
  return expiredSchema.parse(await rowsOf(database.rpc('expire_rows')));
}

const departedSchema = z.object({ cleared: z.number(), running: z.number() });

/** Deletes private things of people who are gone, or asked to be. */
export async function clearDeparted({
  database,
}: Pick<BrandScope, 'database'>): Promise<z.output<typeof departedSchema>> {
  return departedSchema.parse(await rowsOf(database.rpc('clear_departed')));
}

/** Says when the brand is to be looked at again, as ISO 8601; null for one of which nothing is left. */
export const finishCleanup = ({ database }: Pick<BrandScope, 'database'>): Promise<string | null> =>
  rowOf(database.rpc('finish_cleanup'));
