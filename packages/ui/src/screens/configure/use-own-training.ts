import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingWish } from '../../api/wishes.ts';
import { useStudio } from '../studio.tsx';
import { useQuote } from './use-quote.ts';
import { useStart } from './use-start.ts';

interface OwnTrainingOptions<Obstacle> {
  readonly wish: Omit<TrainingWish, 'modelType' | 'trainAnyway'>;
  /** What still stands in the way; null where nothing does. */
  readonly obstacle: Obstacle | null;
  readonly onStarted: (jobId: string) => void;
}

/** A private person's training on FLUX: begins it once, and says what it costs and what is still missing. */
export const useOwnTraining = <Obstacle>(options: OwnTrainingOptions<Obstacle>) => {
  const { obstacle, onStarted } = options;
  const { brand } = useStudio();
  const client = useQueryClient();
  const quote = useQuote('flux', {});
  const [isStarting, setIsStarting] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  // What speaks against a picture without forbidding it stands beside it.
  const wish = { ...options.wish, modelType: 'flux' as const, trainAnyway: true };
  const { start, refusal } = useStart({
    wish,
    chosen: JSON.stringify(wish),
    onStarted: (jobId) => {
      void client.invalidateQueries({ queryKey: [brand.id, 'assets'] });
      onStarted(jobId);
    },
  });
  const begin = async () => {
    setWasTried(true);
    if (obstacle !== null || isStarting) return;
    setIsStarting(true);
    await start().finally(() => setIsStarting(false));
  };
  return { quote, obstacle, wasTried, isStarting, refusal, begin: () => void begin() };
};
