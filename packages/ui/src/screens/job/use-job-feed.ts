import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStudio } from '../studio.tsx';
import { emptyFeed, takeMessage } from './job-feed.ts';

const told = ['state', 'stage', 'log', 'metric'] as const;
/** How long to wait before the stream is opened again: longer after each time that it was closed for good. */
const patienceMs = [2000, 5000, 15_000, 30_000] as const;

/** `live`: what happens is told at once; `lost`: it is asked for; `ended`: there is nothing more to come. */
export type Connection = 'opening' | 'live' | 'lost' | 'ended';

/** What the training tells while it runs, or told while it ran; opened again whenever it breaks off. */
export const useJobFeed = (id: string) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const [feed, setFeed] = useState(emptyFeed);
  const [connection, setConnection] = useState<Connection>('opening');
  useEffect(() => {
    setFeed(emptyFeed);
    setConnection('opening');
    const look = () => void client.invalidateQueries({ queryKey: [brand.id, 'job', id] });
    let [source, timer, lastId, failures] = [null as EventSource | null, 0, '', 0];
    const openAgain = () => {
      source?.close();
      setConnection('lost');
      timer = window.setTimeout(open, patienceMs[Math.min(failures, patienceMs.length - 1)]);
      failures += 1;
    };
    const open = () => {
      const stream = new EventSource(
        `${api.jobs.eventsUrl(id)}${lastId && `&lastEventId=${encodeURIComponent(lastId)}`}`,
      );
      source = stream;
      stream.onopen = () => {
        failures = 0;
        setConnection('live');
      };
      // The browser opens a broken connection again by itself, but not one that was refused.
      stream.onerror = () => (stream.readyState === EventSource.CLOSED ? openAgain() : setConnection('lost'));
      for (const kind of told) {
        stream.addEventListener(kind, ({ data, lastEventId }) => {
          lastId = lastEventId;
          setFeed((before) => takeMessage(before, kind, String(data)));
        });
      }
      stream.addEventListener('job', look);
      stream.addEventListener('end', ({ data }) => {
        look();
        // Anything else than the training's own end may be over later.
        if (!String(data).includes('"ended"')) return openAgain();
        stream.close();
        setConnection('ended');
      });
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source?.close();
    };
  }, [api, brand.id, client, id]);
  return { feed, connection };
};
