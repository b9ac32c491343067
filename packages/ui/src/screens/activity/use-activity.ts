import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useStudio } from '../studio.tsx';

/** How often notices are asked for; where nothing is new, the answer is empty. */
const pollMs = 8000;
/** How often running trainings are asked for, and how often whether there are any. */
const runningPollMs = 3000;
const restingPollMs = 12_000;

/** How many notices the tray holds. */
const trayLength = 20;

export const activityKey = (brandId: string, ...rest: readonly string[]) => [brandId, 'activity', ...rest];

/** The newest notices and how many are unread; all that show them share one question. */
export const useNewestNotices = () => {
  const { api, brand } = useStudio();
  return useQuery({
    queryKey: activityKey(brand.id, 'newest'),
    queryFn: ({ signal }) => api.notices.list({ limit: trayLength, signal }),
    refetchInterval: pollMs,
    refetchOnWindowFocus: true,
  });
};

/** The trainings under way. */
export const useRunningJobs = () => {
  const { api, brand } = useStudio();
  return useQuery({
    queryKey: activityKey(brand.id, 'running'),
    queryFn: ({ signal }) => api.running.jobs(signal),
    refetchInterval: ({ state }) => (state.data?.items.length ? runningPollMs : restingPollMs),
    refetchOnWindowFocus: true,
  });
};

/** Marks notices as read, or all of them, and shows it at once. */
export const useMarkRead = () => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  return useCallback(
    async (ids?: readonly string[]) => {
      await api.notices.markRead(ids);
      await client.invalidateQueries({ queryKey: activityKey(brand.id) });
    },
    [api, client, brand.id],
  );
};
