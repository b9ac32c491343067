import { useStudio } from '@act/ui/screens/studio';
import { useQuote } from '@act/ui/studio/configure/use-quote';
import { useStart } from '@act/ui/studio/configure/use-start';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { twinPath } from '../twins/twin-path.ts';
import { type Draft, toMetadata } from './draft.ts';
import type { Photos } from './use-photos.ts';

interface CreatingOptions {
  readonly draft: Draft;
  readonly photos: Photos;
  readonly onCreated: () => void;
}

/** What still stands in the way of a twin; the first one is said. */
export type Obstacle = 'unknown' | 'pending' | 'photos' | 'blocked' | 'name';

/** Begins a twin once, and says what it costs and what is still missing. */
export const useCreating = ({ draft, photos, onCreated }: CreatingOptions) => {
  const { brand } = useStudio();
  const client = useQueryClient();
  const router = useRouter();
  const quote = useQuote('flux', {});
  const [isCreating, setIsCreating] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const wish = {
    name: draft.name.trim(),
    modelType: 'flux' as const,
    subjectKind: 'character' as const,
    trainingAssetIds: photos.ready.map(({ id }) => id),
    config: {},
    metadata: toMetadata(draft),
    // What speaks against the photos without forbidding it stands beside them.
    trainAnyway: true,
  };
  const { start, refusal } = useStart({
    wish,
    chosen: JSON.stringify(wish),
    onStarted: (jobId) => {
      onCreated();
      void client.invalidateQueries({ queryKey: [brand.id, 'assets'] });
      router.push(twinPath(jobId));
    },
  });
  const obstacle = findObstacle(draft, photos);
  const create = async () => {
    setWasTried(true);
    if (obstacle !== null || isCreating) return;
    setIsCreating(true);
    await start().finally(() => setIsCreating(false));
  };
  return { quote, obstacle, wasTried, isCreating, refusal, create: () => void create() };
};

export type Creating = ReturnType<typeof useCreating>;

const findObstacle = (draft: Draft, photos: Photos): Obstacle | null => {
  if (!photos.isKnown) return 'unknown';
  if (photos.pending > 0) return 'pending';
  if (photos.ready.length < photos.bounds.minimumImages) return 'photos';
  if (photos.report?.reasons.some(({ severity }) => severity === 'blocks')) return 'blocked';
  return draft.name.trim() === '' ? 'name' : null;
};
