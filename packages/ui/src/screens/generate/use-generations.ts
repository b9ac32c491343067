import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { GeneratedImage, Generation, Page } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';
import { usePages } from '../use-pages.ts';

type Pages = InfiniteData<Page<Generation>>;

/** Still being made. */
export const isBeingMade = ({ status }: Generation) =>
  status === 'pending' || status === 'running' || status === 'saving';

/** Generations, the newest first, followed while some are being made; new ones and stars are shown at once. */
export const useGenerations = (first?: Page<Generation>, modelId?: string) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const key = modelId ? ['generations', modelId] : ['generations'];
  const list = usePages({
    key,
    load: (cursor, signal) => api.generations.list({ cursor, signal, modelId, limit: 24 }),
    first,
    isMoving: isBeingMade,
  });
  const change = (items: (items: readonly Generation[], page: number) => readonly Generation[]) =>
    client.setQueryData<Pages>(
      [brand.id, ...key],
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page, index) => ({ ...page, items: items(page.items, index) })),
        },
    );
  const star = (image: GeneratedImage, isStarred: boolean) =>
    change((items) =>
      items.map((one) => ({
        ...one,
        images: one.images.map((each) => (each.id === image.id ? { ...each, isStarred } : each)),
      })),
    );
  return {
    ...list,
    show: (made: Generation) => change((items, page) => (page === 0 ? [made, ...items] : items)),
    hide: (id: string) => change((items) => items.filter((one) => one.id !== id)),
    refresh: () => client.invalidateQueries({ queryKey: [brand.id, 'generations'] }),
    star: async (image: GeneratedImage) => {
      star(image, !image.isStarred);
      try {
        await api.generations.updateImage(image.id, { isStarred: !image.isStarred });
      } catch {
        star(image, image.isStarred);
      }
    },
  };
};
