import { useCallback, useRef } from 'react';
import { useStudio } from '../studio.tsx';
import { type GenerationPages, mergeNewest } from './generation-pages.ts';

interface UrlRenewalOptions {
  readonly pages: GenerationPages | undefined;
  /** Whose pages they are, where not everybody's. */
  readonly modelId?: string | undefined;
  readonly change: (to: (data: GenerationPages) => GenerationPages) => void;
}

/** Addresses of pictures hold for five minutes. */
const goodForMs = 4 * 60_000;

/** Reads the pages again on which these generations stand, where their addresses are about to end. Answers what was read. */
export const useUrlRenewal = ({ pages, modelId, change }: UrlRenewalOptions) => {
  const { api } = useStudio();
  const readAt = useRef(new Map<unknown, number>());
  const current = useRef(pages);
  current.current = pages;
  for (const cursor of pages?.pageParams ?? []) {
    if (!readAt.current.has(cursor)) readAt.current.set(cursor, Date.now());
  }
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
        if ((readAt.current.get(cursor) ?? 0) > oldest || !page.items.some(({ id }) => ids.has(id))) continue;
        readAt.current.set(cursor, Date.now());
        const { items } = await api.generations.list({ cursor, limit: 100, modelId });
        apply.current((latest) => mergeNewest(latest, items));
      }
    },
    [api, modelId],
  );
};
