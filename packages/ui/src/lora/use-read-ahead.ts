import { useEffect } from 'react';
import type { Lora } from '../api/lora-answers.ts';

/** Beyond these, more are read by hand. */
const mostReadAhead = 300;

interface LoraPages {
  readonly items: readonly Lora[];
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Reads on by itself: what filters leave and what is counted is about all of them. */
export const useReadAhead = <List extends LoraPages>(list: List): List => {
  const { items, hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && items.length < mostReadAhead) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, items.length, fetchNextPage]);
  return list;
};
