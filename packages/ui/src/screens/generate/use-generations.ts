import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GeneratedImage, Generation, Page } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import type { GenerationFilter } from '../../api/wishes.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { useStudio } from '../studio.tsx';
import { useFirstRead } from '../use-first-read.ts';
import { type GenerationPages, isBeingMade, mergeNewest, withImage, withoutAll } from './generation-pages.ts';
import { useUrlRenewal } from './use-url-renewal.ts';

const firstPageSize = 24;
const pageSize = 100;
const pollMs = 2000;

/**
 * Generations, the newest first, `first` being what the server read of the filter that is given at first. While some are
 * being made only the newest are read again, however many were paged in; stars and ratings are shown at once and taken back
 * where they were refused.
 */
export const useGenerations = (firstRead?: Page<Generation>, filter: GenerationFilter = {}) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const words = useWords('pictures');
  const asked = JSON.stringify(filter);
  const first = useFirstRead(firstRead, asked);
  const of = filter.modelId ?? '';
  const queryKey = [brand.id, 'generations', of, asked];
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.generations.list({
        ...filter,
        cursor: pageParam,
        signal,
        limit: pageParam === null ? firstPageSize : pageSize,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
    // What was looked for before stays until something else is found, but not under another model's name.
    placeholderData: (before, query) => (query?.queryKey[2] === of ? before : undefined),
    // Read again page by page below: all of them at once would be many.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  type Change = (data: GenerationPages) => GenerationPages;
  const change = (to: Change) => client.setQueryData<GenerationPages>(queryKey, (data) => data && to(data));
  // A picture may stand on several lists.
  const changeEverywhere = (to: Change) =>
    client.setQueriesData<GenerationPages>(
      { queryKey: [brand.id, 'generations'] },
      (data) => data && to(data),
    );
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const refresh = async (signal?: AbortSignal) => {
    const newest = await api.generations.list({ ...filter, limit: firstPageSize, signal });
    change((data) => mergeNewest(data, newest.items));
    return newest.items.length;
  };
  useQuery({
    queryKey: [brand.id, 'newestGenerations', asked],
    queryFn: ({ signal }) => refresh(signal),
    enabled: list.isSuccess && !list.isPlaceholderData,
    refetchInterval: items.some(isBeingMade) ? pollMs : false,
    ...(first && { initialData: first.items.length, staleTime: 5000 }),
  });
  const renewUrls = useUrlRenewal({ pages: list.data, filter, change });
  const mark = async (
    image: GeneratedImage,
    changes: Partial<Pick<GeneratedImage, 'isStarred' | 'rating'>>,
  ) => {
    changeEverywhere((data) => withImage(data, image.id, changes));
    try {
      await api.generations.updateImage(image.id, changes);
    } catch (error) {
      const { isStarred, rating } = image;
      changeEverywhere((data) => withImage(data, image.id, { isStarred, rating }));
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
    /** Requests and pictures that are deleted. */
    forget: (ids: ReadonlySet<string>) => changeEverywhere((data) => withoutAll(data, ids)),
  };
};

export type Generations = ReturnType<typeof useGenerations>;
