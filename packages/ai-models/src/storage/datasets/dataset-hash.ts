import { z } from 'zod';
import { sha256Of } from '../../shared/hashing/sha256-text.ts';

const itemSchema = z.object({
  /** The picture. */
  asset_id: z.guid(),
  /** As it goes into the archive; null where the trainer is to find one. */
  caption: z.string().nullable(),
  /** Of the picture's file. */
  sha256: z.string(),
});

/** One picture of a snapshot, as `training_datasets.items` has it. */
export type DatasetItem = z.infer<typeof itemSchema>;

/** What a row of `training_datasets` holds. */
export const parseItems = (items: unknown): DatasetItem[] => z.array(itemSchema).parse(items);

/** The SHA-256 over everything that decides what the archive's bytes are. */
export function hashDataset(items: readonly DatasetItem[]): Promise<string> {
  // Each in a line of JSON, so that no caption can look like the beginning of the next picture.
  const lines = items.map(({ asset_id, sha256, caption }) => JSON.stringify([asset_id, sha256, caption]));
  return sha256Of(['act-dataset-1', ...lines].join('\n'));
}
