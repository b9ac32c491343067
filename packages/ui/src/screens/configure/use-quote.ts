import type { ModelType } from '@act/tenant-config';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TrainingConfigWish } from '../../api/wishes.ts';
import { useStudio } from '../studio.tsx';

const pauseMs = 300;

/** What it will cost, asked again once the person pauses; the last answer stays in its place meanwhile. */
export const useQuote = (modelType: ModelType, config: TrainingConfigWish, isAsked = true) => {
  const { api, brand } = useStudio();
  const wish = JSON.stringify({ modelType, config });
  const [asked, setAsked] = useState({ text: wish, modelType, config });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ text: wish, modelType, config }), pauseMs);
    return () => clearTimeout(timer);
  }, [wish]);
  const query = useQuery({
    queryKey: [brand.id, 'quote', asked.text],
    queryFn: ({ signal }) => api.jobs.quote({ modelType: asked.modelType, config: asked.config }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: isAsked,
  });
  return { ...query, isBehind: asked.text !== wish || query.isFetching };
};
