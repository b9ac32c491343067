import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiRefusal } from '../../api/api-refusal.ts';
import type { TrainingWish } from '../../api/wishes.ts';
import { useStudio } from '../studio.tsx';

interface StartOptions {
  readonly wish: TrainingWish;
  /** All that a person has chosen: a refusal stands until they choose something else. */
  readonly chosen: string;
  readonly onStarted: (jobId: string) => void;
}

interface Refused {
  readonly refusal: ApiRefusal;
  readonly chosen: string;
}

const keyOf = (brandId: string) => `configure:${brandId}:sent`;

/** Begins a training once, however often a broken connection, or a page loaded anew before the answer, makes somebody ask. */
export const useStart = ({ wish, chosen, onStarted }: StartOptions) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const text = JSON.stringify(wish);
  const [refused, setRefused] = useState<Refused | null>(null);
  const start = async () => {
    // One wish, one key: sent twice, it is one training.
    const key = keyIn(sessionStorage.getItem(keyOf(brand.id)), text) ?? crypto.randomUUID();
    sessionStorage.setItem(keyOf(brand.id), `${key} ${text}`);
    setRefused(null);
    try {
      const { jobId } = await api.jobs.start(wish, key);
      sessionStorage.removeItem(keyOf(brand.id));
      void client.invalidateQueries({ queryKey: [brand.id, 'jobs'] });
      onStarted(jobId);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefused({ refusal: error, chosen });
      // What the page knows was not so any more: it looks again, and says what stands in the way.
      for (const list of ['assets', 'readiness', 'jobs'])
        void client.invalidateQueries({ queryKey: [brand.id, list] });
    }
  };
  return { start, refusal: refused?.chosen === chosen ? refused.refusal : null };
};

/** The key under which this very wish was sent before, where nobody knows what came of it. */
const keyIn = (kept: string | null, wish: string): string | null => {
  const [key = '', ...rest] = kept?.split(' ') ?? [];
  return key !== '' && rest.join(' ') === wish ? key : null;
};
