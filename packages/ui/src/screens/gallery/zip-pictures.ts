import type { GalleryPicture } from './gallery-pictures.ts';

/** What one archive may hold: it is made here, in the browser. */
export const zipBounds = { pictures: 200, bytes: 500_000_000 } as const;

export const sumBytes = (pictures: readonly Pick<GalleryPicture, 'sizeBytes'>[]) =>
  pictures.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);

export const fitsZip = (pictures: readonly Pick<GalleryPicture, 'sizeBytes'>[]) =>
  pictures.length <= zipBounds.pictures && sumBytes(pictures) <= zipBounds.bytes;

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** A name for each picture, told by its day, model and seed; none twice. */
export const nameFiles = (
  pictures: readonly Pick<GalleryPicture, 'seed' | 'position' | 'contentType' | 'generation'>[],
): readonly string[] => {
  const taken = new Set<string>();
  return pictures.map(({ seed, position, contentType, generation }) => {
    const { createdAt, modelId } = generation;
    const stem = [createdAt.slice(0, 10), modelId, seed, position + 1]
      .filter((part) => part !== null)
      .join('_');
    const safe = stem.replace(/[^\w.@-]+/g, '-');
    let name = safe;
    for (let copy = 2; taken.has(name); copy += 1) name = `${safe}_${copy}`;
    taken.add(name);
    return `${name}.${extensions[contentType] ?? 'png'}`;
  });
};
