import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useStudio } from '../studio.tsx';

const pollMs = 2000;

/** A training as it is now, and kept so while it runs. */
export const useJob = (id: string, first: TrainingJob | undefined) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const key = [brand.id, 'job', id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.jobs.get(id, signal),
    ...(first && { initialData: first }),
    refetchInterval: ({ state }) => (state.data && !isFinished(state.data.status) ? pollMs : false),
  });
  const cancel = useMutation({
    mutationFn: () => api.jobs.cancel(id),
    onSuccess: (job) => client.setQueryData(key, job),
  });
  const retry = useMutation({ mutationFn: () => api.jobs.retry(id) });
  return { query, cancel, retry };
};
