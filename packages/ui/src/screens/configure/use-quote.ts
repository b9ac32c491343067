import type { ModelType } from '@act/tenant-config';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TrainingConfigWish } from '../../api/wishes.ts';
import { useStudio } from '../studio.tsx';
import { usePaused } from '../use-paused.ts';

/** What it will cost, asked again once the person pauses; the last answer stays in its place meanwhile. */
export const useQuote = (modelType: ModelType, config: TrainingConfigWish, isAsked = true) => {
  const { api, brand } = useStudio();
  const wish = { modelType, config };
  const asked = usePaused(wish);
  const isSettled = JSON.stringify(asked) === JSON.stringify(wish);
  const query = useQuery({
    queryKey: [brand.id, 'quote', asked],
    queryFn: ({ signal }) => api.jobs.quote(asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // What is being changed may be what could not be used before.
    enabled: isAsked && isSettled,
  });
  return { ...query, isBehind: !isSettled || query.isFetching };
};
