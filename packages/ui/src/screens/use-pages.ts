import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../api/answers.ts';
import { useStudio } from './studio.tsx';

interface PagesOptions<Item> {
  /** What the list is called among what was asked; the brand is added. */
  readonly key: readonly unknown[];
  readonly load: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>;
  /** What the server rendered already. */
  readonly first?: Page<Item> | undefined;
  /** Asked again while this holds of any item. */
  readonly isMoving?: ((item: Item) => boolean) | undefined;
}

const pollMs = 3000;

/** A list by keyset: what was read stays, the next page is added, and it is kept true while something moves. */
export const usePages = <Item>({ key, load, first, isMoving }: PagesOptions<Item>) => {
  const { brand } = useStudio();
  const query = useInfiniteQuery({
    queryKey: [brand.id, ...key],
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
    refetchInterval: ({ state }) => (isMoving && itemsOf(state.data).some(isMoving) ? pollMs : false),
  });
  return { ...query, items: itemsOf(query.data) };
};

const itemsOf = <Item>(data: InfiniteData<Page<Item>, unknown> | undefined): readonly Item[] =>
  data?.pages.flatMap(({ items }) => items) ?? [];
