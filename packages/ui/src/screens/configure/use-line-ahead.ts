import { useQuery } from '@tanstack/react-query';
import { isFinished } from '../../jobs/job-status.ts';
import { useStudio } from '../studio.tsx';

const pollMs = 15_000;
const running = ['pending', 'uploading', 'queued', 'training', 'saving'] as const;

/** How many trainings of the brand run or wait: they come first, and only so many may be begun at once. */
export const useLineAhead = (): number | undefined => {
  const { api, brand } = useStudio();
  const query = useQuery({
    queryKey: [brand.id, 'jobs', 'ahead'],
    queryFn: ({ signal }) => api.jobs.list({ limit: 100, status: running, signal }),
    refetchInterval: pollMs,
  });
  return query.data?.items.filter(({ status }) => !isFinished(status)).length;
};
