import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiRefusal } from '../../api/api-refusal.ts';
import type { TrainingWish } from '../../api/wishes.ts';
import { useStudio } from '../studio.tsx';

interface Refused {
  readonly refusal: ApiRefusal;
  /** Of this very wish: another one may be taken. */
  readonly wish: string;
}

/** Begins a training once, however often a broken connection makes somebody ask. */
export const useStart = (wish: TrainingWish, onStarted: (jobId: string) => void) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const text = JSON.stringify(wish);
  const [refused, setRefused] = useState<Refused | null>(null);
  // One wish, one key: sent twice, it is one training.
  const [sent, setSent] = useState(() => ({ wish: text, key: crypto.randomUUID() }));
  const start = async () => {
    const key = sent.wish === text ? sent.key : crypto.randomUUID();
    setSent({ wish: text, key });
    setRefused(null);
    try {
      const { jobId } = await api.jobs.start(wish, key);
      void client.invalidateQueries({ queryKey: [brand.id, 'jobs'] });
      onStarted(jobId);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefused({ refusal: error, wish: text });
    }
  };
  return { start, refusal: refused?.wish === text ? refused.refusal : null };
};
