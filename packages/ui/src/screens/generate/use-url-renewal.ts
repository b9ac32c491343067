import { useCallback, useMemo, useRef } from 'react';
import type { GenerationFilter } from '../../api/wishes.ts';
import { useStudio } from '../studio.tsx';
import { type GenerationPages, mergeNewest } from './generation-pages.ts';

interface UrlRenewalOptions {
  readonly pages: GenerationPages | undefined;
  /** What was looked for on them. */
  readonly filter: GenerationFilter;
  readonly change: (to: (data: GenerationPages) => GenerationPages) => void;
}

/** Addresses of pictures hold for five minutes. */
const goodForMs = 4 * 60_000;

/** Reads the pages again on which these generations stand, where their addresses are about to end. Answers what was read. */
export const useUrlRenewal = ({ pages, filter, change }: UrlRenewalOptions) => {
  const { api } = useStudio();
  const asked = JSON.stringify(filter);
  // Of each list anew: they share no pages.
  const readAt = useMemo(() => new Map<unknown, number>(), [asked]);
  const current = useRef(pages);
  current.current = pages;
  for (const cursor of pages?.pageParams ?? []) {
    if (!readAt.has(cursor)) readAt.set(cursor, Date.now());
  }
  const wanted = useRef(filter);
  wanted.current = filter;
  const apply = useRef(change);
  apply.current = change;
  return useCallback(
    async (ids: ReadonlySet<string>, isBroken = false): Promise<void> => {
      const data = current.current;
      if (!data) return;
      // What is broken is asked for once a minute, not for each of its pictures.
      const oldest = Date.now() - (isBroken ? 60_000 : goodForMs);
      for (const [index, page] of data.pages.entries()) {
        const param = data.pageParams[index];
        const cursor = typeof param === 'string' ? param : null;
        if ((readAt.get(cursor) ?? 0) > oldest || !page.items.some(({ id }) => ids.has(id))) continue;
        readAt.set(cursor, Date.now());
        const { items } = await api.generations.list({ ...wanted.current, cursor, limit: 100 });
        apply.current((latest) => mergeNewest(latest, items));
      }
    },
    [api, readAt],
  );
};
