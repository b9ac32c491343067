import { z } from 'zod';
import type { AiModelsContext } from '../../context.ts';
import { dropArchive, listArchivedDatasets, noteStrayFiles } from '../../database/datasets.ts';
import { withdrawOldDoorbells } from '../../database/webhook-capabilities.ts';
import { parseInput } from '../../shared/parse-input.ts';
import { requireSystem } from '../require-system.ts';
import { removeDeletedFiles } from './remove-deleted-files.ts';

/** How much to clear away. */
export interface TidyUpOptions {
  /** Files that no row knows go when they are this old; three hours at least. Default 24. */
  readonly strayHours?: number | undefined;
  /** Files at a time. Default 1,000. */
  readonly limit?: number | undefined;
}

const optionsSchema = z.strictObject({
  strayHours: z.number().min(3).max(100_000).default(24),
  limit: z.int().min(1).max(1_000).default(1_000),
});

/** What was cleared away. */
export interface TidyUpReport {
  /** Zips that no job needs any more. */
  readonly archives: number;
  /** Files that no row knows. */
  readonly strays: number;
  /** Files that were removed, those of deleted rows too. */
  readonly removed: number;
}

/**
 * Clears away what was left behind: files of deleted rows, zips that no job needs, doorbells that ring no more, and whatever
 * somebody stored who was stopped before its row was written. As system.
 */
export async function tidyUp(context: AiModelsContext, options: TidyUpOptions = {}): Promise<TidyUpReport> {
  const { strayHours, limit } = parseInput(optionsSchema, options, { subject: 'The tidying up' });
  requireSystem(context);
  let archives = 0;
  for (const id of await listArchivedDatasets(context)) {
    if (await dropArchive(context, id)) archives += 1;
  }
  await withdrawOldDoorbells(context);
  const strays = await noteStrayFiles(context, strayHours);
  return { archives, strays, removed: await removeDeletedFiles(context, { limit }) };
}
