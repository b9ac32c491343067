import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BrandModel } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';
import { usePaused } from '../use-paused.ts';
import { type PromptWish, toQuoted } from './prompt-wish.ts';

/** What the pictures will cost, asked again once the person pauses; the last answer stays in its place meanwhile. */
export const usePictureQuote = (wish: PromptWish, model: Pick<BrandModel, 'modelType'> | undefined) => {
  const { api, brand } = useStudio();
  const asked = usePaused(model && toQuoted(wish, model));
  return useQuery({
    queryKey: [brand.id, 'pictureQuote', asked],
    queryFn: ({ signal }) => (asked ? api.generations.quote(asked, signal) : null),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: asked !== undefined,
  });
};

export type PictureQuote = ReturnType<typeof usePictureQuote>;

/** How its price is known, as a key of words. */
export const howKnown = ({ data, isError }: Pick<PictureQuote, 'data' | 'isError'>) =>
  data?.basis ?? (isError ? 'unknown' : 'asked');
