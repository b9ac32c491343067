import type { Page, TrainingJob } from '@act/ui/api/answers';
import { isFinished } from '@act/ui/jobs/job-status';
import { useStudio } from '@act/ui/screens/studio';
import { usePages } from '@act/ui/studio/use-pages';
import { useMemo } from 'react';
import { toTwins } from './twin.ts';

/** Everybody's own twins, the newest first; looked at again while one is being made. */
export const useTwins = (first?: Page<TrainingJob>) => {
  const { api } = useStudio();
  const list = usePages({
    key: ['jobs', 'twins'],
    load: (cursor, signal) => api.jobs.list({ cursor, limit: 100, signal }),
    first,
    isMoving: ({ status }) => !isFinished(status),
  });
  const { items } = list;
  return { ...list, twins: useMemo(() => toTwins(items), [items]) };
};
