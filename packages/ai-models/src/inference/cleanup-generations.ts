import type { AiModelsContext } from '../context.ts';
import {
  type GenerationPlace,
  listImages,
  listOldGenerations,
  removeGenerations,
} from '../database/generations.ts';
import { AiModelsError } from '../errors/index.ts';
import { removeDeletedFiles } from '../jobs/tidying/remove-deleted-files.ts';
import { addMilliseconds } from '../shared/add-milliseconds.ts';

/** How to clean up. */
export interface CleanupOptions {
  /** Say what would go, and remove nothing. Default `false`. */
  readonly dryRun?: boolean | undefined;
}

/** What went; after a dry run, what would have gone. */
export interface CleanupReport {
  /** Whether nothing was removed. */
  readonly dryRun: boolean;
  /** Everything older goes, as ISO 8601. */
  readonly before: string;
  /** How many went. */
  readonly generations: number;
  /** How many pictures went with them. */
  readonly images: number;
  /** What their files take. */
  readonly bytes: number;
  /** Generations that are old enough but stay, because somebody starred a picture of theirs. */
  readonly kept: number;
}

/** Removes generations that are older than so many days, unless a picture of theirs is starred. */
export async function cleanupOldGenerations(
  context: AiModelsContext,
  days: number,
  { dryRun = false }: CleanupOptions = {},
): Promise<CleanupReport> {
  if (!Number.isFinite(days) || days < 1) {
    throw new AiModelsError({
      code: 'input_invalid',
      message: `Generations of the last ${days} days cannot be kept.`,
      hint: 'Pass a number of days from 1.',
    });
  }
  const before = addMilliseconds(context.now(), -days * 86_400_000);
  const counts = { generations: 0, images: 0, bytes: 0, kept: 0 };
  for await (const ids of readOldGenerations(context, before)) {
    const { gone, goneImages, starred } = await cleanUp(context, ids, dryRun);
    counts.generations += gone.size;
    counts.kept += starred.size;
    counts.images += goneImages.length;
    counts.bytes += goneImages.reduce((sum, { size_bytes }) => sum + (size_bytes ?? 0), 0);
  }
  if (!dryRun && context.actor === 'system') await removeDeletedFiles(context, { limit: 1000 });
  return { dryRun, before: before.toISOString(), ...counts };
}

/** In order and each once, past those that stay. As many at a time as have room in an address. */
async function* readOldGenerations(context: AiModelsContext, before: Date): AsyncGenerator<string[]> {
  let after: GenerationPlace | null = null;
  do {
    const old: GenerationPlace[] = await listOldGenerations(context, { before, after, limit: atOnce });
    if (old.length > 0) yield old.map(({ id }) => id);
    after = old.length < atOnce ? null : (old.at(-1) ?? null);
  } while (after);
}

const atOnce = 50;

async function cleanUp(context: AiModelsContext, ids: readonly string[], dryRun: boolean) {
  const images = await listImages(context, ids);
  const starred = new Set(images.filter((one) => one.is_starred).map((one) => one.generation_id));
  const wanted = ids.filter((id) => !starred.has(id));
  // What a person may not delete stays, and is not counted.
  const gone = new Set(dryRun ? wanted : await removeGenerations(context, wanted));
  return { gone, goneImages: images.filter(({ generation_id }) => gone.has(generation_id)), starred };
}
