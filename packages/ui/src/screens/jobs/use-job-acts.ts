import { useQueryClient } from '@tanstack/react-query';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { useStudio } from '../studio.tsx';
import { useRefusalWords } from '../use-refusal-words.ts';
import type { JobAct } from './job-acts.ts';

/** Does one thing to several trainings, says how it went, and looks at the list again. */
export const useJobActs = () => {
  const words = useWords('jobs');
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const describe = useRefusalWords();
  const refresh = () => client.invalidateQueries({ queryKey: [brand.id, 'jobs'] });
  const restore = async (jobs: readonly TrainingJob[]) => {
    const results = await Promise.allSettled(jobs.map(({ id }) => api.jobs.restore(id)));
    await refresh();
    const refused = results.find((result) => result.status === 'rejected');
    if (refused) notify('error', words('notRestored'), { description: describe(refused.reason) });
  };
  return async (act: JobAct, jobs: readonly TrainingJob[]): Promise<void> => {
    const results = await Promise.allSettled(jobs.map(({ id }) => api.jobs[act](id)));
    const done = jobs.filter((_, index) => results[index]?.status === 'fulfilled');
    await refresh();
    const refused = results.find((result) => result.status === 'rejected');
    if (refused) {
      const title = words('notDone', { count: jobs.length - done.length });
      notify('error', title, { description: describe(refused.reason) });
    }
    if (done.length === 0) return;
    notify('success', words(`done.${act}`, { count: done.length }), {
      ...(act === 'delete' && {
        action: { label: words('undo'), onClick: () => void restore(done) },
      }),
    });
  };
};
