import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type JobFilter, readFilter, writeFilter } from '../../jobs/job-filter.ts';

const pauseMs = 200;

/**
 * The filter, written to the address once the person pauses, and read from it when a link changes it. It needs no more
 * than this, so that no library for it weighs on the list.
 */
export const useJobFilter = () => {
  const address = useSearchParams();
  const [filter, setFilter] = useState<JobFilter>(() => readFilter(address));
  const text = writeFilter(filter);
  const written = useRef(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (written.current === text) return;
      written.current = text;
      window.history.replaceState(null, '', `${window.location.pathname}${text && `?${text}`}`);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const asked = readFilter(address);
    if (writeFilter(asked) === written.current) return;
    written.current = writeFilter(asked);
    setFilter(asked);
  }, [address]);
  return [filter, setFilter] as const;
};
