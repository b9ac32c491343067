import type { GeneratedImage, Generation } from '../../api/answers.ts';

/** A picture with what it was made from. */
export interface GalleryPicture extends GeneratedImage {
  readonly prompt: string;
  readonly modelId: string;
  readonly createdAt: string;
}

export const toPictures = (generations: readonly Generation[]): GalleryPicture[] =>
  generations.flatMap(({ images, prompt, modelId, createdAt }) =>
    images.map((image) => ({ ...image, prompt, modelId, createdAt })),
  );

export interface GalleryFilter {
  readonly search: string;
  readonly isStarredOnly: boolean;
}

/** Words are looked for in the prompt and the model's name, a number in the seed as well. */
export const filterPictures = (
  pictures: readonly GalleryPicture[],
  { search, isStarredOnly }: GalleryFilter,
) => {
  const wanted = search.trim().toLowerCase();
  return pictures.filter(
    ({ prompt, modelId, seed, isStarred }) =>
      (!isStarredOnly || isStarred) &&
      (wanted === '' || `${prompt}\n${modelId}\n${seed ?? ''}`.toLowerCase().includes(wanted)),
  );
};
