import { useEffect } from 'react';
import type { Page } from '../api/answers.ts';
import type { Lora } from '../api/lora-answers.ts';
import { usePages } from '../screens/use-pages.ts';
import { isBeingMoved, isEnded } from './lora.ts';
import { useLoraApi } from './use-lora-api.ts';

/** Beyond these, more are read by hand. */
const mostReadAhead = 300;

interface LorasOptions {
  readonly first?: Page<Lora> | undefined;
  /** Those that can be restored, instead. */
  readonly isDeleted?: boolean | undefined;
}

/** The LoRAs that this person sees, looked at again while one of them trains. Filters are about all of them. */
export const useLoras = ({ first, isDeleted = false }: LorasOptions = {}) => {
  const api = useLoraApi();
  const list = usePages({
    key: ['loras', isDeleted ? 'deleted' : 'kept'],
    load: (cursor, signal) => api.list({ cursor, signal, deleted: isDeleted }),
    first,
    isMoving: (lora) => !isEnded(lora) || isBeingMoved(lora),
  });
  const { items, hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && items.length < mostReadAhead) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, items.length, fetchNextPage]);
  return list;
};
