import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GeneratedImage, Generation, Page } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { useStudio } from '../studio.tsx';
import {
  type GenerationPages,
  isBeingMade,
  mergeNewest,
  withImage,
  withoutGenerations,
} from './generation-pages.ts';
import { useUrlRenewal } from './use-url-renewal.ts';

const firstPageSize = 24;
const pageSize = 100;
const pollMs = 2000;

interface GenerationsOptions {
  /** Only what this one has made. */
  readonly modelId?: string | undefined;
}

/**
 * Generations, the newest first. While some are being made only the newest are read again, however many were paged in;
 * stars and ratings are shown at once and taken back where they were refused.
 */
export const useGenerations = (first?: Page<Generation>, { modelId }: GenerationsOptions = {}) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const words = useWords('pictures');
  const queryKey = [brand.id, 'generations', ...(modelId === undefined ? [] : [modelId])];
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.generations.list({
        cursor: pageParam,
        signal,
        modelId,
        limit: pageParam === null ? firstPageSize : pageSize,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
    // Read again page by page below: all of them at once would be many.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const change = (to: (data: GenerationPages) => GenerationPages) =>
    client.setQueryData<GenerationPages>(queryKey, (data) => data && to(data));
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const refresh = async (signal?: AbortSignal) => {
    const newest = await api.generations.list({ limit: firstPageSize, modelId, signal });
    change((data) => mergeNewest(data, newest.items));
    return newest.items.length;
  };
  useQuery({
    queryKey: [...queryKey, 'newest'],
    queryFn: ({ signal }) => refresh(signal),
    enabled: list.isSuccess,
    refetchInterval: items.some(isBeingMade) ? pollMs : false,
    ...(first && { initialData: first.items.length, staleTime: 5000 }),
  });
  const renewUrls = useUrlRenewal({ pages: list.data, modelId, change });
  const mark = async (
    image: GeneratedImage,
    changes: Partial<Pick<GeneratedImage, 'isStarred' | 'rating'>>,
  ) => {
    change((data) => withImage(data, image.id, changes));
    try {
      await api.generations.updateImage(image.id, changes);
    } catch (error) {
      const { isStarred, rating } = image;
      change((data) => withImage(data, image.id, { isStarred, rating }));
      notify('error', words('notMarked'));
      if (!(error instanceof ApiRefusal)) throw error;
    }
  };
  return {
    ...list,
    items,
    refresh,
    renewUrls,
    mark,
    show: (made: Generation) => change((data) => mergeNewest(data, [made])),
    forget: (ids: ReadonlySet<string>) => change((data) => withoutGenerations(data, ids)),
  };
};

export type Generations = ReturnType<typeof useGenerations>;
