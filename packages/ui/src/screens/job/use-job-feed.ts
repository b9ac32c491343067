import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStudio } from '../studio.tsx';
import { emptyFeed, takeMessage } from './job-feed.ts';

const told = ['state', 'log', 'metric'] as const;

/** What the training tells while it runs, or told while it ran. The browser opens the stream again by itself. */
export const useJobFeed = (id: string) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const [feed, setFeed] = useState(emptyFeed);
  useEffect(() => {
    setFeed(emptyFeed);
    const source = new EventSource(api.jobs.eventsUrl(id));
    for (const kind of told) {
      source.addEventListener(kind, ({ data }) =>
        setFeed((before) => takeMessage(before, kind, String(data))),
      );
    }
    source.addEventListener('job', () => void client.invalidateQueries({ queryKey: [brand.id, 'job', id] }));
    source.addEventListener('end', () => source.close());
    return () => source.close();
  }, [api, brand.id, client, id]);
  return feed;
};
