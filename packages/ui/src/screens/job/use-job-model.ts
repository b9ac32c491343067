import { useQuery } from '@tanstack/react-query';
import type { BrandModel, TrainingJob } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';

const mostPages = 20;

/** What came of a training; null where its model is gone. */
export const useJobModel = ({ id, status }: TrainingJob) => {
  const { api, brand } = useStudio();
  return useQuery({
    queryKey: [brand.id, 'job-model', id],
    enabled: status === 'completed',
    queryFn: async ({ signal }): Promise<BrandModel | null> => {
      let cursor: string | null = null;
      // The list cannot be asked for the model of one training.
      for (let page = 0; page < mostPages; page += 1) {
        const { items, nextCursor } = await api.models.list({
          cursor,
          limit: 100,
          includeRetired: true,
          signal,
        });
        const found = items.find(({ jobId }) => jobId === id);
        if (found || nextCursor === null) return found ?? null;
        cursor = nextCursor;
      }
      return null;
    },
  });
};
