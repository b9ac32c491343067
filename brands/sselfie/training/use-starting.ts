import { useOwnTraining } from '@act/ui/studio/configure/use-own-training';
import type { PictureSet } from '@act/ui/studio/datasets/use-picture-set';
import { useRouter } from 'next/navigation';
import { progressPath } from '../progress/progress-path.ts';
import type { Draft } from './draft.ts';
import { findObstacle } from './find-obstacle.ts';

interface StartingOptions {
  readonly draft: Draft;
  readonly selfies: PictureSet;
  readonly onStarted: () => void;
}

/** The training of a draft, and what still stands in its way. */
export const useStarting = ({ draft, selfies, onStarted }: StartingOptions) => {
  const router = useRouter();
  return useOwnTraining({
    wish: {
      name: draft.name.trim(),
      subjectKind: 'person',
      trainingAssetIds: selfies.ready.map(({ id }) => id),
      config: draft.word === '' ? {} : { triggerWord: draft.word },
      metadata: draft.gender === null ? {} : { gender: draft.gender },
    },
    obstacle: findObstacle({
      draft,
      isKnown: selfies.list.isSuccess,
      pending: selfies.pending,
      ready: selfies.ready.length,
      least: selfies.bounds.minimumImages,
      isBlocked: selfies.report?.reasons.some(({ severity }) => severity === 'blocks') ?? false,
    }),
    onStarted: (jobId) => {
      onStarted();
      router.push(progressPath(jobId));
    },
  });
};

export type Starting = ReturnType<typeof useStarting>;
