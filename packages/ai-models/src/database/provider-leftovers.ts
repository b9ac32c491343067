import type { BrandScope } from '../context.ts';
import { done, rowsOf } from './answer.ts';
import type { Tables } from './database.types.ts';

/** Something that a provider still keeps of what was deleted here. */
export type LeftoverRow = Tables<'provider_leftovers'>;

/** Those that are due, the oldest first. */
export const listDueLeftovers = (
  { database, brandId }: BrandScope,
  { now, limit }: { now: Date; limit: number },
): Promise<LeftoverRow[]> =>
  rowsOf(
    database
      .from('provider_leftovers')
      .select('*')
      .eq('brand_id', brandId)
      .lte('due_at', now.toISOString())
      .order('created_at')
      .limit(limit),
  );

/** Takes one off the list: it is gone. */
export const removeLeftover = ({ database, brandId }: BrandScope, id: string): Promise<void> =>
  done(database.from('provider_leftovers').delete().eq('brand_id', brandId).eq('id', id));

/** Why one is still there, and when to try again; never, where `due_at` is null. */
export type LeftoverNote = Pick<LeftoverRow, 'attempts' | 'due_at' | 'error_code' | 'error_message'>;

/** Notes a try that did not remove it. */
export const noteLeftover = (
  { database, brandId }: BrandScope,
  id: string,
  note: LeftoverNote,
): Promise<void> =>
  done(database.from('provider_leftovers').update(note).eq('brand_id', brandId).eq('id', id));
