import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Page, TrainingJob } from '../../api/answers.ts';
import { isWanted, type JobFilter, toJobQuery } from '../../jobs/job-filter.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { sortRows } from '../../primitives/sort-rows.ts';
import { useStudio } from '../studio.tsx';
import { useFirstRead } from '../use-first-read.ts';
import { usePaused } from '../use-paused.ts';
import { sortKeys } from './sort-keys.ts';

/** While something runs, and while nothing does: somebody else may begin one. */
const pollMs = { running: 5000, resting: 30_000 };

/** The trainings that are looked for, kept true by looking again; `first` is what the server read by the address. */
export const useJobList = (filter: JobFilter, first: Page<TrainingJob> | undefined) => {
  const { api, brand } = useStudio();
  const wanted = toJobQuery(filter);
  const asked = usePaused(wanted);
  const name = JSON.stringify(asked);
  const read = useFirstRead(first, name);
  const query = useInfiniteQuery({
    queryKey: [brand.id, 'jobs', 'list', name],
    queryFn: ({ pageParam, signal }) => api.jobs.list({ ...asked, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<TrainingJob>) => page.nextCursor,
    ...(read && { initialData: { pages: [read], pageParams: [null] } }),
    // What was looked for before stays until something else is found.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const jobs = state.data?.pages.flatMap(({ items }) => items) ?? [];
      return jobs.some((job) => !isFinished(job.status)) ? pollMs.running : pollMs.resting;
    },
  });
  const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = all.filter((job) => isWanted(job, filter));
  const by = filter.sorting && sortKeys[filter.sorting.columnId];
  const rows = by && filter.sorting ? sortRows(shown, by, filter.sorting.direction) : shown;
  const isAwaited = query.isPlaceholderData || JSON.stringify(wanted) !== name;
  return { ...query, all, rows, isAwaited };
};
