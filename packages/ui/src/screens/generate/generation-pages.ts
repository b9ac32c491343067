import type { InfiniteData } from '@tanstack/react-query';
import type { GeneratedImage, Generation, Page } from '../../api/answers.ts';

export type GenerationPages = InfiniteData<Page<Generation>, unknown>;

/** Still being made. */
export const isBeingMade = ({ status }: Pick<Generation, 'status'>) =>
  status === 'pending' || status === 'running' || status === 'saving';

const changePages = (
  data: GenerationPages,
  change: (items: readonly Generation[], page: number) => readonly Generation[],
): GenerationPages => ({
  ...data,
  pages: data.pages.map((page, index) => ({ ...page, items: change(page.items, index) })),
});

/** The same pages with what has been read of some of them just now; what is new goes to the front. */
export const mergeNewest = (data: GenerationPages, newest: readonly Generation[]): GenerationPages => {
  const byId = new Map(newest.map((one) => [one.id, one]));
  const known = new Set(data.pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const first = data.pages[0]?.items[0]?.createdAt ?? '';
  const added = newest.filter(({ id, createdAt }) => !known.has(id) && createdAt >= first);
  return changePages(data, (items, page) => [
    ...(page === 0 ? added : []),
    ...items.map((item) => byId.get(item.id) ?? item),
  ]);
};

/** Without what was deleted, requests and single pictures; a request that has no picture left goes with its last one. */
export const withoutDeleted = (
  generations: readonly Generation[],
  ids: ReadonlySet<string>,
): readonly Generation[] =>
  generations
    .filter(({ id }) => !ids.has(id))
    .map((one) =>
      one.images.some(({ id }) => ids.has(id))
        ? { ...one, images: one.images.filter(({ id }) => !ids.has(id)) }
        : one,
    )
    .filter(({ status, images }) => status !== 'completed' || images.length > 0);

/** The same pages without it. */
export const withoutAll = (data: GenerationPages, ids: ReadonlySet<string>): GenerationPages =>
  changePages(data, (items) => withoutDeleted(items, ids));

export const withImage = (
  data: GenerationPages,
  imageId: string,
  changes: Partial<Pick<GeneratedImage, 'isStarred' | 'rating'>>,
): GenerationPages =>
  changePages(data, (items) =>
    items.map((item) =>
      item.images.some(({ id }) => id === imageId)
        ? {
            ...item,
            images: item.images.map((image) => (image.id === imageId ? { ...image, ...changes } : image)),
          }
        : item,
    ),
  );
