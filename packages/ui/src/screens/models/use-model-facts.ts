import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Asset, Generation, TrainingJob } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';

/** Trainings by their id, for what a model does not say of itself: steps, cost, pictures. */
export const useTrainings = () => {
  const { api, brand } = useStudio();
  const { data } = useQuery({
    queryKey: [brand.id, 'models', 'trainings'],
    queryFn: ({ signal }) => api.jobs.list({ status: ['completed'], limit: 100, signal }),
    staleTime: 60_000,
  });
  return useMemo(() => new Map<string, TrainingJob>(data?.items.map((job) => [job.id, job]) ?? []), [data]);
};

/** What was painted lately, of all models. */
export const useSamples = (): readonly Generation[] => {
  const { api, brand } = useStudio();
  const { data } = useQuery({
    queryKey: [brand.id, 'models', 'samples'],
    queryFn: ({ signal }) => api.generations.list({ limit: 60, signal }),
    // Their addresses hold for five minutes.
    staleTime: 240_000,
  });
  return data?.items ?? [];
};

/** So many pages of pictures are looked through for those of two trainings. */
const assetPages = 5;

/** Pictures to train with, by their id. */
export const useTrainingPictures = (isWanted: boolean) => {
  const { api, brand } = useStudio();
  return useQuery({
    queryKey: [brand.id, 'models', 'pictures'],
    queryFn: async ({ signal }) => {
      const found = new Map<string, Asset>();
      let cursor: string | null = null;
      for (let page = 0; page < assetPages; page += 1) {
        const { items, nextCursor } = await api.assets.list({ cursor, limit: 100, signal });
        for (const item of items) found.set(item.id, item);
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
      return found;
    },
    enabled: isWanted,
    staleTime: 240_000,
  });
};
