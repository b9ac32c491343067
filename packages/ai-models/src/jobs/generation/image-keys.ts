import type { GenerationRow } from '../../database/generations.ts';
import { sha256Of } from '../../shared/hashing/sha256-text.ts';
import { generationKey, type StorageKey, thumbnailKey, toRowPath } from '../../storage/storage-paths.ts';
import { ownerOf } from '../training/job-facts.ts';

/** The types in which a picture may come. */
const extensions = ['png', 'jpg', 'webp'] as const;
export type ImageExtension = (typeof extensions)[number];

/**
 * The id of a picture follows from its place in its generation, and so does its key: whoever goes on after a crash finds
 * what is there, and knows every file that could be.
 */
export async function imageIdAt(generation: Pick<GenerationRow, 'id'>, position: number): Promise<string> {
  const hash = await sha256Of(`${generation.id}/${position}`);
  // In the form of a uuid of version 8: made from something, by a rule of one's own.
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

export const imageKey = (generation: GenerationRow, id: string, extension: ImageExtension): StorageKey =>
  generationKey({ ...ownerOf(generation), now: new Date(generation.created_at), id, extension });

export const imageThumbnailKey = (generation: GenerationRow, id: string): StorageKey =>
  thumbnailKey({ ...ownerOf(generation), id });

/** Every file that a generation may have left. */
export async function imageKeys(
  generation: GenerationRow,
): Promise<{ path: string; object: { bucket: 'generated-content'; key: StorageKey } }[]> {
  const ids = await Promise.all(
    Array.from({ length: generation.image_count }, (_, position) => imageIdAt(generation, position)),
  );
  return ids
    .flatMap((id) => [
      ...extensions.map((extension) => imageKey(generation, id, extension)),
      imageThumbnailKey(generation, id),
    ])
    .map((key) => ({
      path: toRowPath('generated-content', key),
      object: { bucket: 'generated-content' as const, key },
    }));
}
