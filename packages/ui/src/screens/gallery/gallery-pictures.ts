import type { GeneratedImage, Generation } from '../../api/answers.ts';

/** A picture with the request that it came of. */
export interface GalleryPicture extends GeneratedImage {
  readonly generation: Generation;
}

export const toPictures = (generations: readonly Generation[]): readonly GalleryPicture[] =>
  generations.flatMap((generation) => generation.images.map((image) => ({ ...image, generation })));

export interface GalleryFilter {
  readonly search: string;
  readonly isStarredOnly: boolean;
  /** A version such as `signs-v1`; empty for all. */
  readonly modelId: string;
  /** Days as `2026-11-20`, in the zone of whoever looks, both included; empty where open. */
  readonly from: string;
  readonly to: string;
}

export const noFilter: GalleryFilter = { search: '', isStarredOnly: false, modelId: '', from: '', to: '' };

export const isFiltered = (filter: GalleryFilter) =>
  filter.isStarredOnly || [filter.search.trim(), filter.modelId, filter.from, filter.to].some(Boolean);

const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/** The day of a moment, as `2026-11-20`, in the zone of this machine or another. */
export const dayOf = (at: Date, timeZone?: string | undefined): string => {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      ...(timeZone && { timeZone }),
    });
  // Made once: thousands of pictures are asked, and making one is slow.
  if (!known) formats.set(timeZone, format);
  return format.format(at);
};

/** Every word is looked for in the prompt and the model's name; a number is a seed as well. */
export const filterPictures = (
  pictures: readonly GalleryPicture[],
  { search, isStarredOnly, modelId, from, to }: GalleryFilter,
): readonly GalleryPicture[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return pictures.filter(({ generation, seed, isStarred }) => {
    if (isStarredOnly && !isStarred) return false;
    if (modelId !== '' && generation.modelId !== modelId) return false;
    if (from !== '' || to !== '') {
      const day = dayOf(new Date(generation.createdAt));
      if (day < from || (to !== '' && day > to)) return false;
    }
    const text = `${generation.prompt}\n${generation.modelId}\n${seed ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

export type Grouping = 'none' | 'day' | 'model' | 'prompt';

export interface PictureGroup {
  /** A day, a model or a prompt; empty where everything is one. */
  readonly id: string;
  readonly items: readonly GalleryPicture[];
}

/** Pictures that belong together, each group where its newest picture stands. */
export const groupPictures = (
  pictures: readonly GalleryPicture[],
  by: Grouping,
  timeZone?: string | undefined,
): readonly PictureGroup[] => {
  if (by === 'none') return [{ id: '', items: pictures }];
  const groups = new Map<string, GalleryPicture[]>();
  for (const picture of pictures) {
    const { createdAt, modelId, prompt } = picture.generation;
    const id = by === 'day' ? dayOf(new Date(createdAt), timeZone) : by === 'model' ? modelId : prompt;
    const group = groups.get(id);
    if (group) group.push(picture);
    else groups.set(id, [picture]);
  }
  return [...groups].map(([id, items]) => ({ id, items }));
};

/** The requests that chosen pictures came of, each once. */
export const requestsOf = (pictures: readonly GalleryPicture[]): readonly Generation[] => [
  ...new Map(pictures.map(({ generation }) => [generation.id, generation])).values(),
];

export const countPictures = (generations: readonly Generation[]) =>
  generations.reduce((sum, { images }) => sum + images.length, 0);
