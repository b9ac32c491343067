import type { ModelType } from '@act/tenant-config';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TrainingConfigWish } from '../../api/wishes.ts';
import { useStudio } from '../studio.tsx';

const pauseMs = 300;

/** What it will cost, asked again once the person pauses; the last answer stays in its place meanwhile. */
export const useQuote = (modelType: ModelType, config: TrainingConfigWish) => {
  const { api, brand } = useStudio();
  const wish = JSON.stringify({ modelType, config });
  const [asked, setAsked] = useState(wish);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wish), pauseMs);
    return () => clearTimeout(timer);
  }, [wish]);
  const query = useQuery({
    queryKey: [brand.id, 'quote', asked],
    queryFn: ({ signal }) => api.jobs.quote({ modelType, config }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return { ...query, isBehind: asked !== wish || query.isFetching };
};
