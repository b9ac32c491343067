import { useOwnTraining } from '@act/ui/studio/configure/use-own-training';
import { useRouter } from 'next/navigation';
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

/** The training of a twin, and what still stands in its way. */
export const useCreating = ({ draft, photos, onCreated }: CreatingOptions) => {
  const router = useRouter();
  return useOwnTraining({
    wish: {
      name: draft.name.trim(),
      subjectKind: 'character',
      trainingAssetIds: photos.ready.map(({ id }) => id),
      config: {},
      metadata: toMetadata(draft),
    },
    obstacle: findObstacle(draft, photos),
    onStarted: (jobId) => {
      onCreated();
      router.push(twinPath(jobId));
    },
  });
};

export type Creating = ReturnType<typeof useCreating>;

const findObstacle = (draft: Draft, photos: Photos): Obstacle | null => {
  if (!photos.isKnown) return 'unknown';
  if (photos.pending > 0) return 'pending';
  if (photos.ready.length < photos.bounds.minimumImages) return 'photos';
  if (photos.report?.reasons.some(({ severity }) => severity === 'blocks')) return 'blocked';
  return draft.name.trim() === '' ? 'name' : null;
};
