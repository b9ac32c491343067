import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Page, TrainingJob } from '../../api/answers.ts';
import {
  isNarrowedHere,
  isWanted,
  type JobFilter,
  type JobFilterState,
  toStatuses,
} from '../../jobs/job-filter.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { sortRows } from '../../primitives/sort-rows.ts';
import { useStudio } from '../studio.tsx';
import { sortKeys } from './sort-keys.ts';

/** While something runs, and while nothing does: somebody else may begin one. */
const pollMs = { running: 5000, resting: 30_000 };
/** Looked through by itself for something that only this page searches for. */
const most = { matches: 20, pages: 10 };

/** What the server has read already, and of which state. */
export interface FirstJobs {
  readonly state: JobFilterState;
  readonly page: Page<TrainingJob>;
}

/** The trainings that are looked for, kept true by looking again. */
export const useJobList = (filter: JobFilter, first: FirstJobs | undefined) => {
  const { api, brand } = useStudio();
  const status = toStatuses(filter.state);
  const query = useInfiniteQuery({
    queryKey: [brand.id, 'jobs', 'list', filter.state],
    queryFn: ({ pageParam, signal }) => api.jobs.list({ cursor: pageParam, signal, status }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<TrainingJob>) => page.nextCursor,
    ...(first?.state === filter.state && { initialData: { pages: [first.page], pageParams: [null] } }),
    refetchInterval: ({ state }) => {
      const jobs = state.data?.pages.flatMap(({ items }) => items) ?? [];
      return jobs.some((job) => !isFinished(job.status)) ? pollMs.running : pollMs.resting;
    },
  });
  const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const wanted = all.filter((job) => isWanted(job, filter));
  const by = filter.sorting && sortKeys[filter.sorting.columnId];
  const rows = by && filter.sorting ? sortRows(wanted, by, filter.sorting.direction) : wanted;
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const goesOn =
    isNarrowedHere(filter) &&
    hasNextPage &&
    !isFetching &&
    rows.length < most.matches &&
    (query.data?.pages.length ?? 0) < most.pages;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return { ...query, all, rows };
};
