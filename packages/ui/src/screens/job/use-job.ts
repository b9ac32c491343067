import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { keepNewer } from '../../jobs/newer-job.ts';
import { useStudio } from '../studio.tsx';

/** Asked so often while nobody tells; while somebody does, once in a while all the same. */
const pollMs = { asking: 5000, told: 30_000 };

/** A training as it is now, and kept so while it runs. */
export const useJob = (id: string, first: TrainingJob | undefined, isTold: boolean) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const key = [brand.id, 'job', id];
  const known = () => client.getQueryData<TrainingJob>(key);
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => keepNewer(known(), await api.jobs.get(id, signal)),
    ...(first && { initialData: first }),
    refetchInterval: ({ state }) =>
      state.data && isFinished(state.data.status) ? false : isTold ? pollMs.told : pollMs.asking,
  });
  const cancel = useMutation({
    mutationFn: () => api.jobs.cancel(id),
    onSuccess: (job) => client.setQueryData(key, keepNewer(known(), job)),
  });
  const retry = useMutation({ mutationFn: () => api.jobs.retry(id) });
  return { query, cancel, retry };
};
