import { useQueryClient } from '@tanstack/react-query';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { useStudio } from '../studio.tsx';
import type { JobAct } from './job-acts.ts';

/** Does one thing to several trainings, says how it went, and looks at the list again. */
export const useJobActs = () => {
  const words = useWords('jobs');
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: [brand.id, 'jobs'] });
  const restore = async (jobs: readonly TrainingJob[]) => {
    const results = await Promise.allSettled(jobs.map(({ id }) => api.jobs.restore(id)));
    await refresh();
    if (results.some(({ status }) => status === 'rejected')) notify('error', words('notRestored'));
  };
  return async (act: JobAct, jobs: readonly TrainingJob[]): Promise<void> => {
    const results = await Promise.allSettled(jobs.map(({ id }) => api.jobs[act](id)));
    const done = jobs.filter((_, index) => results[index]?.status === 'fulfilled');
    await refresh();
    if (done.length < jobs.length) notify('error', words('notDone', { count: jobs.length - done.length }));
    if (done.length === 0) return;
    notify('success', words(`done.${act}`, { count: done.length }), {
      ...(act === 'delete' && {
        action: { label: words('undo'), onClick: () => void restore(done) },
      }),
    });
  };
};
