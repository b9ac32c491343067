import { keepForm, readKeptForm } from '@act/ui/studio/kept-form';
import { useKeptForm } from '@act/ui/studio/use-kept-form';
import { useEffect, useState } from 'react';
import { type Ask, firstAsk, parseAsk } from './ask.ts';

/** What somebody is about to ask of a twin, kept in this tab over a reload. */
export const useKeptAsk = (jobId: string) => {
  const place = useKeptForm(`ask-${jobId}`);
  const [ask, setAsk] = useState(firstAsk);
  useEffect(() => {
    const kept = readKeptForm(place);
    if (kept !== null) setAsk((before) => (before === firstAsk ? parseAsk(kept) : before));
  }, [place]);
  const change = (next: Ask) => {
    setAsk(next);
    keepForm(place, next);
  };
  return [ask, change] as const;
};
