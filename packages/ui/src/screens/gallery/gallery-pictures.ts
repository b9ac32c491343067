import type { GeneratedImage, Generation } from '../../api/answers.ts';
import type { GenerationFilter } from '../../api/wishes.ts';
import { readSettings } from '../generate/picture-settings.ts';

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

/** The same in words of the interface, which answers with whole requests. */
export const toGenerationFilter = ({
  search,
  isStarredOnly,
  modelId,
  from,
  to,
}: GalleryFilter): GenerationFilter => ({
  ...(search.trim() !== '' && { search: search.trim().replaceAll(/\s+/g, ' ') }),
  ...(isStarredOnly && { isStarred: true }),
  ...(modelId !== '' && { modelId }),
  ...momentOf('createdFrom', from, 0),
  ...momentOf('createdBefore', to, 1),
});

/** When a day begins here, or one of those after it; nothing for a year that is still being written. */
const momentOf = (name: 'createdFrom' | 'createdBefore', day: string, later: number): GenerationFilter => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year >= 1971 ? { [name]: new Date(year, month - 1, date + later).toISOString() } : {};
};

/** Of the requests that were found, the pictures that are meant: a star or a seed may be that of one of them. */
export const filterPictures = (
  pictures: readonly GalleryPicture[],
  { search, isStarredOnly }: Pick<GalleryFilter, 'search' | 'isStarredOnly'>,
): readonly GalleryPicture[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return pictures.filter(({ generation, seed, isStarred }) => {
    if (isStarredOnly && !isStarred) return false;
    const { prompt, modelName, secondModelName, settings } = generation;
    const text = [prompt, modelName, secondModelName].join('\n').toLowerCase();
    const seeds = [seed, readSettings(settings).seed].map(String);
    return words.every((word) => text.includes(word) || seeds.includes(word));
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
export const requestsOf = (
  pictures: readonly Pick<GalleryPicture, 'generation'>[],
): readonly Generation[] => [
  ...new Map(pictures.map(({ generation }) => [generation.id, generation])).values(),
];
